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

    /// <summary>How a request that cannot be understood is answered.</summary>
    public static ProblemCode Code(CatalogueProblem problem) => problem switch
    {
        CatalogueProblem.QueryTooLong => ProblemCode.QueryTooLong,
        CatalogueProblem.ContinuationInvalid => ProblemCode.ContinuationInvalid,
        _ => ProblemCode.ParameterInvalid,
    };
}
