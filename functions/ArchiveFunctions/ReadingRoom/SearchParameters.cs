using Archive.Catalogue;
using Microsoft.AspNetCore.Http;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>The parameters of a search, the same for the API and for the page.</summary>
internal static class SearchParameters
{
    /// <summary>What a request asks for, unchecked.</summary>
    public static CatalogueRequest Of(IQueryCollection query) => new()
    {
        Q = query["q"],
        Agency = query["agency"],
        Dossier = query["dossier"],
        Type = query["type"],
        Issuer = query["issuer"],
        Year = query["year"],
        From = query["from"],
        To = query["to"],
        Admitted = query["admitted"],
        Access = query["access"],
        Custody = query["custody"],
        Sort = query["sort"],
        Size = query["size"],
        Continuation = query["continuation"],
    };

    /// <summary>A request as the parameters that ask for it, without where its reader stood in the list.</summary>
    public static IEnumerable<(string Name, string? Value)> Written(CatalogueRequest asked) =>
        from one in new (string Name, string? Value)[]
        {
            ("q", asked.Q), ("agency", asked.Agency), ("dossier", asked.Dossier), ("type", asked.Type), ("issuer", asked.Issuer), ("year", asked.Year),
            ("from", asked.From), ("to", asked.To), ("admitted", asked.Admitted), ("access", asked.Access), ("custody", asked.Custody), ("sort", asked.Sort),
        }
        where !string.IsNullOrWhiteSpace(one.Value)
        select one;

    /// <summary>How a request that cannot be understood is answered.</summary>
    public static ProblemCode Code(CatalogueProblem problem) => problem switch
    {
        CatalogueProblem.QueryTooLong => ProblemCode.QueryTooLong,
        CatalogueProblem.ContinuationInvalid => ProblemCode.ContinuationInvalid,
        _ => ProblemCode.ParameterInvalid,
    };
}
