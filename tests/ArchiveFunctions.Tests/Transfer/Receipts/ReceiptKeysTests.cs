using System.Security.Cryptography;
using ArchiveFunctions.Transfer.Receipts;
using Microsoft.Extensions.Configuration;

namespace ArchiveFunctions.Tests.Transfer.Receipts;

public sealed class ReceiptKeysTests
{
    [Fact]
    public void Each_side_has_a_key_of_its_own() => Assert.NotEqual(Keys(Pem(), Pem()).Agency.PublicKey.Id, Keys(Pem(), Pem()).City.PublicKey.Id);

    [Fact]
    public void A_setting_that_is_missing_is_named() =>
        Assert.Contains("'ReceiptKeys__City'", Assert.Throws<InvalidOperationException>(() => Keys(Pem(), null)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_public_key_or_one_on_another_curve_cannot_sign()
    {
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<InvalidOperationException>(() => Keys(larger.ExportPkcs8PrivateKeyPem(), Pem()));
        Assert.Throws<InvalidOperationException>(() => Keys(larger.ExportSubjectPublicKeyInfoPem(), Pem()));
    }

    [Fact]
    public void One_key_for_both_sides_is_refused()
    {
        var pem = Pem();
        Assert.Contains("the same key", Assert.Throws<InvalidOperationException>(() => Keys(pem, pem)).Message, StringComparison.Ordinal);
    }

    private static ReceiptKeys Keys(string? agency, string? city) => ReceiptKeys.Of(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ReceiptKeys:Agency"] = agency, ["ReceiptKeys:City"] = city }).Build());

    private static string Pem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
