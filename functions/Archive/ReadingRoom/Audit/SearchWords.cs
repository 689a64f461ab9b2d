using Archive.Catalogue;

namespace Archive.ReadingRoom.Audit;

/// <summary>A search as the audit tells of it: the conditions a person set, by their names.</summary>
public static class SearchWords
{
    /// <summary>The conditions in the order of the form; empty for a search that asks for nothing.</summary>
    public static string Of(CatalogueRequest asked) => string.Join("; ",
        from one in new (string Name, string? Value)[]
        {
            ("q", asked.Q), ("agency", asked.Agency), ("dossier", asked.Dossier), ("type", asked.Type), ("issuer", asked.Issuer), ("year", asked.Year),
            ("from", asked.From), ("to", asked.To), ("admitted", asked.Admitted), ("access", asked.Access), ("custody", asked.Custody),
        }
        where !string.IsNullOrWhiteSpace(one.Value)
        select $"{one.Name}={one.Value}");
}
