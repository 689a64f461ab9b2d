namespace Archive.Catalogue;

/// <summary>A reader's request as it was sent, unchecked. A parameter that is missing or empty asks for nothing.</summary>
public sealed record CatalogueRequest
{
    /// <summary>Words, phrases in quotes, or a number and notation; empty to browse.</summary>
    public string? Q { get; init; }

    /// <summary>The depositing agency, in either order of its code.</summary>
    public string? Agency { get; init; }

    /// <summary>The dossier's code (mã hồ sơ), letter by letter as it was given.</summary>
    public string? Dossier { get; init; }

    /// <summary>Code of the document type.</summary>
    public string? Type { get; init; }

    /// <summary>The issuer's whole name, with or without accents.</summary>
    public string? Issuer { get; init; }

    /// <summary>Year of issue.</summary>
    public string? Year { get; init; }

    /// <summary>Issued on or after; a year, a month or a day.</summary>
    public string? From { get; init; }

    /// <summary>Issued on or before; a year, a month or a day.</summary>
    public string? To { get; init; }

    /// <summary>The month it was admitted in, <c>yyyy-MM</c>.</summary>
    public string? Admitted { get; init; }

    /// <summary>01 or 02.</summary>
    public string? Access { get; init; }

    /// <summary><c>agency</c> or <c>historical</c>.</summary>
    public string? Custody { get; init; }

    /// <summary><c>newest</c>, <c>oldest</c> or <c>relevance</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>Records per page, 1 to 100; 20 unless said.</summary>
    public string? Size { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? Continuation { get; init; }
}

/// <summary>What became of a request: a query, or the parameter that cannot be understood.</summary>
public abstract record CatalogueReading
{
    private CatalogueReading()
    {
    }

    /// <summary>The request can be put to the index.</summary>
    public sealed record Accepted(CatalogueQuery Query) : CatalogueReading;

    /// <summary>A parameter makes no sense.</summary>
    /// <param name="Problem">What is wrong.</param>
    /// <param name="Parameter">Which one, as named in the request.</param>
    public sealed record Refused(CatalogueProblem Problem, string Parameter) : CatalogueReading;
}

/// <summary>Why a request cannot be put to the index.</summary>
public enum CatalogueProblem
{
    /// <summary>A value that the parameter does not take.</summary>
    ParameterInvalid,

    /// <summary>More than anybody types.</summary>
    QueryTooLong,

    /// <summary>Not a continuation of this request by this caller.</summary>
    ContinuationInvalid,
}
