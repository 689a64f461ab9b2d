namespace Archive.Packages.Rules;

/// <summary>What a descriptive file describes (TT 05/2025, annexes I to V).</summary>
public enum DescriptionKind
{
    /// <summary>A dossier.</summary>
    Dossier,

    /// <summary>A batch of documents that belong to no dossier.</summary>
    Batch,

    /// <summary>The request a dissemination package answers.</summary>
    Request,

    /// <summary>A document (<c>EAD_doc</c>).</summary>
    Document,

    /// <summary>A photo or negative (<c>EAD_pic</c>).</summary>
    Photo,

    /// <summary>A recording of sound or pictures (<c>EAD_media</c>).</summary>
    Media,

    /// <summary>Something described in another way than the circular's: Dublin Core, EAD, …</summary>
    Other,
}

/// <summary>A descriptive file's fields.</summary>
/// <param name="Path">Below the package's folder.</param>
/// <param name="Namespace">The namespace of its root element.</param>
/// <param name="Kind">What it describes.</param>
/// <param name="Fields">Only those some rule asks for, so that 10,000 descriptions are not held; by their first names.</param>
/// <param name="Problems">What is wrong with its fields by its data set.</param>
public sealed record DescriptionFacts(
    string Path, string Namespace, DescriptionKind Kind, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>Whether it is written in the circular's way.</summary>
    public bool IsCircular => Kind != DescriptionKind.Other;

    /// <summary>Whether it describes one document of a representation.</summary>
    public bool IsOfDocument => Kind is DescriptionKind.Document or DescriptionKind.Photo or DescriptionKind.Media;

    internal string? Field(string name) => Fields.GetValueOrDefault(name);
}

/// <summary>What can be wrong with a field.</summary>
public enum FieldFault
{
    /// <summary>Required, and not there.</summary>
    Missing,

    /// <summary>There, and without a value.</summary>
    Empty,

    /// <summary>There more than once.</summary>
    Twice,

    /// <summary>Not of the data set.</summary>
    Unknown,

    /// <summary>Longer than the data set allows.</summary>
    TooLong,

    /// <summary>Not a value of the list.</summary>
    Unlisted,

    /// <summary>Not a date.</summary>
    NoDate,

    /// <summary>Not a number of the range.</summary>
    NoNumber,

    /// <summary>Not 1 or 0.</summary>
    NoFlag,

    /// <summary>Its value stands, written otherwise than the circular writes it.</summary>
    OtherForm,

    /// <summary>It stands under the name another data set gives it.</summary>
    OtherName,
}

/// <summary>A field that is not as its data set has it.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Field">Its element.</param>
/// <param name="Found">What is there.</param>
/// <param name="Expected">What was to be there.</param>
public sealed record FieldProblem(FieldFault Fault, string Field, string Found, string Expected);
