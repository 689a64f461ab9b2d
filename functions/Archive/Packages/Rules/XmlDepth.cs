using System.Xml;

namespace Archive.Packages.Rules;

/// <summary>How deep XML is nested, found out before a tree is made of it: taking a value goes as deep as the XML does, and a stack that ends ends the process.</summary>
internal static class XmlDepth
{
    /// <summary>METS's divisions and EAD's components are a dozen levels.</summary>
    public const int Deepest = 64;

    /// <summary>Whether it is nested deeper than any of a package's kinds has reason to be. What is not well-formed before that is for whoever reads it then.</summary>
    public static async Task<bool> IsTooDeep(Stream stream, CancellationToken stop)
    {
        var settings = PackageSchemas.Reading();
        settings.Async = true;
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            while (await reader.ReadAsync())
            {
                stop.ThrowIfCancellationRequested();
                if (reader.Depth > Deepest)
                    return true;
            }
        }
        catch (XmlException)
        {
            return false;
        }

        return false;
    }
}
