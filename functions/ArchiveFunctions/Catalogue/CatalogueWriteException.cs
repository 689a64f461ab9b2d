using Azure.Search.Documents.Models;

namespace ArchiveFunctions.Catalogue;

/// <summary>The search service took the call and refused some of its documents. Thrown, so that the messages come again and an operator sees why.</summary>
/// <param name="failures">What was refused.</param>
public sealed class CatalogueWriteException(IReadOnlyCollection<IndexingResult> failures)
    : Exception($"{failures.Count} documents were not indexed: {string.Join("; ", failures.Take(10).Select(failure => $"{failure.Key} ({failure.Status}: {failure.ErrorMessage})"))}");
