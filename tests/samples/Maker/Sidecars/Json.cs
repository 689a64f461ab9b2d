using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SampleMaker.Sidecars;

/// <summary>JSON as the sample folder holds it: indented, Vietnamese letters as themselves, line feeds.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The bytes of a value.</summary>
    public static byte[] Write<T>(T value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Options) + "\n");
}
