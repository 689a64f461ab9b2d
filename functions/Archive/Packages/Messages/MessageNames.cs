using System.Xml.Linq;

namespace Archive.Packages.Messages;

/// <summary>The names of edXML (QCVN 102:2016/BTTTT) and those that writers use instead. They are compared without prefix, namespace and case.</summary>
internal static class MessageNames
{
    /// <summary>The standard's namespace.</summary>
    public const string Namespace = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

    /// <summary>The standard's root first.</summary>
    public static readonly string[] Roots = ["edXML", "edXMLEnvelope", "Envelope"];

    /// <summary>Where an attachment's bytes stand in it, in base64.</summary>
    public static readonly string[] Contents = ["ContentTransferEncoded", "Content"];

    /// <summary>What an attachment is called by.</summary>
    public static readonly string[] FileNames = ["AttachmentName", "FileName"];

    /// <summary>What an attachment's kind of content is called by.</summary>
    public static readonly string[] Types = ["ContentType", "FileType"];

    /// <summary>Whether an element bears one of these names.</summary>
    public static bool Is(this XElement element, params ReadOnlySpan<string> names) => IsOne(element.Name.LocalName, names);

    /// <summary>Whether a name is one of these.</summary>
    public static bool IsOne(string name, params ReadOnlySpan<string> names)
    {
        foreach (var one in names)
        {
            if (name.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The elements in it that bear one of these names.</summary>
    public static IEnumerable<XElement> Parts(this XElement? element, params string[] names) => element?.Elements().Where(part => part.Is(names)) ?? [];

    /// <summary>The text of the first of them, trimmed; null where there is none, or nothing in it.</summary>
    public static string? Said(this XElement? element, params string[] names) =>
        element.Parts(names).Select(part => part.Value.Trim()).FirstOrDefault(text => text.Length > 0);

    /// <summary>Where an element is, below the root.</summary>
    public static string Place(this XElement element) =>
        string.Join('/', element.AncestorsAndSelf().Reverse().Skip(1).Select(one => one.Name.LocalName)) is { Length: > 0 } place
            ? place : element.Name.LocalName;
}
