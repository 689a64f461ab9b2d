using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ArchiveFunctions.Description.Pdf;

/// <summary>
/// The filters a document's structure and text need, each held to a size. Image filters are left out: nothing here looks at pixels, and their
/// declared dimensions decide how much memory they take.
/// </summary>
internal sealed class BoundedFilters(DecodedBytes decoded) : IFilterProvider
{
    private static readonly HashSet<string> Unneeded =
        new(["DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF"], StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names)
    {
        if (names.Any(name => Unneeded.Contains(name.Data)))
            throw new NotSupportedException("Images are not decoded.");
        return Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));
    }

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Bound(DefaultFilterProvider.Instance.GetAllFilters());

    private IFilter[] Bound(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new BoundedFilter(filter, decoded))];
}
