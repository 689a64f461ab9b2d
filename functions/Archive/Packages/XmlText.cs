using System.Text;
using System.Xml;

namespace Archive.Packages;

/// <summary>Text as XML 1.0 can hold it.</summary>
internal static class XmlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// The text with every character XML 1.0 forbids (control characters, halves of surrogate pairs, U+FFFE, U+FFFF) replaced by U+FFFD: a
    /// reader sees that something stood there. Left out without a trace, two values could become one.
    /// </summary>
    public static string Clean(string text)
    {
        var at = 0;
        while (at < text.Length && XmlConvert.IsXmlChar(text[at]))
            at++;
        if (at == text.Length)
            return text;

        var clean = new StringBuilder(text, 0, at, text.Length);
        for (; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
                clean.Append(text[at]).Append(text[++at]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : Replacement);
        }

        return clean.ToString();
    }

    /// <summary>A time as METS and PREMIS files of TT 05/2025 write it: milliseconds, Việt Nam's offset.</summary>
    public static string Time(DateTimeOffset time) =>
        time.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Writes an element with text.</summary>
    public static void Text(this XmlWriter xml, string name, string ns, string value)
    {
        xml.WriteStartElement(name, ns);
        xml.WriteString(Clean(value));
        xml.WriteEndElement();
    }

    /// <summary>Writes an attribute without a namespace.</summary>
    public static void Attribute(this XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Clean(value));
}
