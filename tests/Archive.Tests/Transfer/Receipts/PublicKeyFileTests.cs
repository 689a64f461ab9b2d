using System.Security.Cryptography;
using Archive.Transfer.Receipts;

namespace Archive.Tests.Transfer.Receipts;

public sealed class PublicKeyFileTests
{
    [Fact]
    public void The_archives_own_set_keeps_each_key_and_its_side()
    {
        var read = PublicKeyFile.Read(PublicKeyFile.Write(Papers.Keys));
        Assert.Equal(Papers.Keys.Select(key => (key.Id, key.Party)), read!.Select(key => (key.Id, key.Party)));
    }

    [Fact]
    public void A_PEM_file_holds_a_key_of_either_side()
    {
        var read = Assert.Single(PublicKeyFile.Read(Papers.CityKey.ExportSubjectPublicKeyInfoPem())!);
        Assert.Equal((Papers.Keys[1].Id, null), (read.Id, read.Party));
    }

    [Fact]
    public void A_key_from_other_software_needs_its_coordinates_only()
    {
        // RFC 7515, A.3.1, and the thumbprint of its public half.
        var read = Assert.Single(PublicKeyFile.Read("""
            {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","alg":"ES256"}
            """)!);
        Assert.Equal("oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U", read.Id);
    }

    [Fact]
    public void A_private_key_is_not_taken_for_a_public_one()
    {
        Assert.Null(PublicKeyFile.Read(Papers.CityKey.ExportPkcs8PrivateKeyPem()));
        var whole = PublicKeyFile.Write(Papers.Keys).Replace("\"use\"", "\"d\":\"AA\",\"use\"", StringComparison.Ordinal);
        Assert.Null(PublicKeyFile.Read(whole));
    }

    [Fact]
    public void What_no_receipt_is_signed_with_is_no_key()
    {
        using var rsa = RSA.Create(2048);
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Null(PublicKeyFile.Read(rsa.ExportSubjectPublicKeyInfoPem()));
        Assert.Null(PublicKeyFile.Read(larger.ExportSubjectPublicKeyInfoPem()));
        Assert.Null(PublicKeyFile.Read("""{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"}"""));
        Assert.Null(PublicKeyFile.Read("""{"keys":[]}"""));
        Assert.Null(PublicKeyFile.Read("{"));
        Assert.Null(PublicKeyFile.Read(""));
    }
}
