namespace Browser.Tests.Browsing;

/// <summary>A check that finds faults found none; it says them in full where it did.</summary>
internal static class Nothing
{
    public static void In(IReadOnlyCollection<string> faults) => Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
}
