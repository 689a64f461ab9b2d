namespace Archive.Records;

/// <summary>An agency that may deposit records.</summary>
/// <param name="Code">Its identifier.</param>
/// <param name="Name">Its name in Vietnamese.</param>
/// <param name="EnglishName">Its name in English.</param>
/// <param name="FeedsHistoricalArchive">Whether it is a source of the city's historical archive (thuộc nguồn nộp lưu).</param>
public sealed record Agency(AgencyCode Code, string Name, string EnglishName, bool FeedsHistoricalArchive);
