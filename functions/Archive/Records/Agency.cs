namespace Archive.Records;

/// <summary>An agency that may deposit records. Which of them feed the historical archive the transfer policy says.</summary>
/// <param name="Code">Its identifier.</param>
/// <param name="Name">Its name in Vietnamese.</param>
/// <param name="EnglishName">Its name in English.</param>
public sealed record Agency(AgencyCode Code, string Name, string EnglishName);
