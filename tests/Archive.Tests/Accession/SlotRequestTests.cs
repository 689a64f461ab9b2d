using Archive.Accession;

namespace Archive.Tests.Accession;

public sealed class SlotRequestTests
{
    private static readonly SlotRequest Sound = new("a.pdf", 1, new string('a', 64), Metadata: null);

    [Fact]
    public void A_sound_request_has_no_errors() => Assert.Empty(Sound.Errors(new AdmissionPolicy()));

    [Fact]
    public void A_negative_size_is_no_size() =>
        Assert.Equal(("S-205", "size", "-1", "0-"), Assert.Single((Sound with { Size = -1 }).Errors(new AdmissionPolicy())) is var wrong ? (wrong.Code, wrong.Where, wrong.Values[0], wrong.Values[1]) : default);

    [Fact]
    public void A_digest_that_is_none_is_told_what_a_digest_is() =>
        Assert.Equal(["x", "64 x 0-9a-f"], Assert.Single((Sound with { Sha256 = "x" }).Errors(new AdmissionPolicy())).Values);
}
