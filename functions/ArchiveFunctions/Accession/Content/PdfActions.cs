using Archive.Description;
using Archive.Description.Formats;
using ArchiveFunctions.Description.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ArchiveFunctions.Accession.Content;

/// <summary>
/// Looks through every object of a PDF for what would run: scripts, launch actions, embedded programs. Going by the list of objects and not by
/// references, it cannot be led in circles, and sees what no page refers to.
/// </summary>
internal sealed class PdfActions(Structure structure, int mostObjects)
{
    private readonly HashSet<string> found = new(StringComparer.Ordinal);

    /// <summary>What in a stretch of raw bytes would run, or null.</summary>
    public static string? InTheClear(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("/S/JavaScript"u8) >= 0 || bytes.IndexOf("/S /JavaScript"u8) >= 0 ? "JavaScript"
        : bytes.IndexOf("/S/Launch"u8) >= 0 || bytes.IndexOf("/S /Launch"u8) >= 0 ? "Launch"
        : null;

    /// <summary>What would run, each kind once.</summary>
    public IReadOnlyCollection<string> Find(CancellationToken budget)
    {
        foreach (var reference in structure.CrossReferenceTable.ObjectOffsets.Keys.Take(mostObjects))
        {
            budget.ThrowIfCancellationRequested();
            if (Object(reference) is { } token)
                Look(token);
        }

        return found;
    }

    /// <summary>An object nothing can be made of runs nowhere either; whether the document opens at all has been seen before.</summary>
    private IToken? Object(IndirectReference reference)
    {
        try
        {
            return structure.GetObject(reference)?.Data;
        }
        catch (Exception problem) when (problem is not (OperationCanceledException or DecodedTooMuchException))
        {
            return null;
        }
    }

    /// <summary>Nesting is bounded: the parser refuses more than 256 levels.</summary>
    private void Look(IToken token)
    {
        if (token is ArrayToken array)
        {
            foreach (var item in array.Data)
                Look(item);
        }
        else if (token is StreamToken stream)
        {
            Look(stream.StreamDictionary);
            LookInto(stream);
        }
        else if (token is DictionaryToken dictionary)
        {
            LookAt(dictionary);
        }
    }

    private void LookAt(DictionaryToken dictionary)
    {
        var action = dictionary.TryGet(NameToken.S, out NameToken kind) ? kind.Data : "";
        if (action is "JavaScript" or "Launch" || dictionary.ContainsKey(NameToken.Js))
            found.Add(action is "Launch" ? "Launch" : "JavaScript");

        foreach (var name in new[] { NameToken.F, NameToken.Uf })
        {
            if (dictionary.ContainsKey(NameToken.Ef) && Text(dictionary, name) is { } file && FormatIdentification.IsProgramName(file))
                found.Add(file);
        }

        foreach (var value in dictionary.Data.Values)
            Look(value);
    }

    private void LookInto(StreamToken stream)
    {
        if (!stream.StreamDictionary.TryGet(NameToken.Type, out NameToken type) || type.Data != "EmbeddedFile")
            return;

        var bytes = stream.Decode(structure.FilterProvider, structure.TokenScanner);
        if (TestVirus.IsIn(bytes.Span) || FormatIdentification.Identify(bytes.Span, default, "").Family == FormatFamily.Executable)
            found.Add("EmbeddedFile");
    }

    private static string? Text(DictionaryToken dictionary, NameToken name) =>
        !dictionary.TryGet(name, out var value) ? null : value switch
        {
            StringToken text => text.Data,
            HexToken text => text.Data,
            _ => null,
        };
}
