using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Archive.Catalogue;
using Archive.ReadingRoom;
using Archive.Records;

namespace ArchiveFunctions.ReadingRoom.Disclosing;

/// <summary>A decision as it is sent; what must be there is checked, not assumed.</summary>
internal sealed record DisclosureRequestBody(string? Shows, DateOnly? InForceFrom, string? LegalBasis)
{
    /// <summary>The decision; what is left out makes it one with errors (<see cref="DisclosurePolicy.Errors"/>).</summary>
    public DisclosurePolicy ToPolicy(AgencyCode agency, Caller caller, DateTimeOffset now) => new()
    {
        Agency = agency,
        InForceFrom = InForceFrom ?? default,
        Number = 1,
        Shows = Enum.GetValues<Disclosure>().Where(one => DisclosureBody.Name(one) == Shows).Append((Disclosure)(-1)).First(),
        LegalBasis = Vietnamese.Compose(LegalBasis ?? ""),
        SetBy = caller.Subject,
        SetAt = now,
    };
}

/// <summary>A decision on what strangers may know of an agency's conditional records.</summary>
internal sealed record DisclosureBody(string Shows, DateOnly InForceFrom, string LegalBasis, string SetBy, DateTimeOffset SetAt, bool InForce)
{
    public static DisclosureBody Of(DisclosurePolicy policy, bool inForce) =>
        new(Name(policy.Shows), policy.InForceFrom, policy.LegalBasis, policy.SetBy, VietnamTime.At(policy.SetAt), inForce);

    public static string Name(Disclosure shows) => JsonNamingPolicy.CamelCase.ConvertName(shows.ToString());
}

/// <summary>Every decision of an agency there ever was, the latest first.</summary>
internal sealed record DisclosureListBody(IReadOnlyList<DisclosureBody> Items);

/// <summary>How these bodies are written, as all of the API's.</summary>
[JsonSerializable(typeof(DisclosureRequestBody))]
[JsonSerializable(typeof(DisclosureBody))]
[JsonSerializable(typeof(DisclosureListBody))]
internal sealed partial class DisclosureJson : JsonSerializerContext
{
    /// <summary>Letters of every script stay letters.</summary>
    public static readonly DisclosureJson Letters = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
