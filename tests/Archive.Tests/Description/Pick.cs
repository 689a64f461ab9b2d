using CsCheck;

namespace Archive.Tests.Description;

/// <summary>Draws one of the given values.</summary>
internal static class Pick
{
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
