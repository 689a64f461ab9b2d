using System.Text.Json;
using SampleMaker.Typography;

namespace SampleMaker.Papers;

/// <summary>The invented agencies of <c>agencies.json</c>; their codes below H26 are invented too.</summary>
internal static class Agencies
{
    private static readonly Dictionary<string, string> Names = JsonDocument.Parse(Resource.Text("agencies.json")).RootElement.EnumerateArray()
        .ToDictionary(agency => agency.GetProperty("code").GetString()!, agency => agency.GetProperty("name").GetString()!);

    /// <summary>The name as written in running text.</summary>
    public static string Name(string code) => Names[code];
}
