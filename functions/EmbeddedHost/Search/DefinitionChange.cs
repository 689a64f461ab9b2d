namespace EmbeddedHost.Search;

/// <summary>What createOrUpdate may change in an index that exists: fields may be added, none removed or redefined. The rest needs a new index.</summary>
internal static class DefinitionChange
{
    /// <summary>Refuses a change the service refuses.</summary>
    public static void Demand(IndexDefinition from, IndexDefinition to)
    {
        foreach (var field in from.Fields)
        {
            var next = to.Find(field.Name) ?? throw Refusal.Invalid($"Existing field '{field.Name}' cannot be deleted.");
            if (Fixed(field) != Fixed(next))
                throw Refusal.Invalid($"Existing field '{field.Name}' cannot be changed.");
        }

        if (from.Suggester is { } suggester && (to.Suggester is null || !suggester.Sources.All(source => to.Suggester.Sources.Any(next => next.Name == source.Name))))
            throw Refusal.Invalid($"Existing suggester '{suggester.Name}' cannot be deleted or reduced.");
        if (to.Suggester?.Sources.FirstOrDefault(source => from.Find(source.Name) is not null && from.Suggester?.Sources.Any(old => old.Name == source.Name) != true) is { } added)
            throw Refusal.Invalid($"Existing field '{added.Name}' cannot be added to a suggester.");
    }

    private static (string, FieldType, bool, bool, bool, bool, bool, bool, string?) Fixed(FieldDefinition field) =>
        (field.Name, field.Type, field.IsCollection, field.IsKey, field.IsSearchable, field.IsFilterable, field.IsSortable, field.IsFacetable, field.IndexAnalyzer);
}
