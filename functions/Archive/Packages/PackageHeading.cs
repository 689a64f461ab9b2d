namespace Archive.Packages;

/// <summary>What the METS files of a package say of it, whatever kind of package it is.</summary>
/// <param name="Id">What all ids in it are worked out from.</param>
/// <param name="ObjectId"><c>mets/@OBJID</c>.</param>
/// <param name="PackageType"><c>OAISPACKAGETYPE</c>: SIP, AIP or DIP.</param>
/// <param name="Type"><c>mets/@TYPE</c>: Mixed, or Collection for a batch.</param>
/// <param name="Profile"><c>mets/@PROFILE</c> of the whole.</param>
/// <param name="Title"><c>mets/@LABEL</c>.</param>
/// <param name="AgencyName">The organisation.</param>
/// <param name="FondsCode">Its code.</param>
/// <param name="SubmissionCode">Mã đăng ký nộp lưu.</param>
/// <param name="Created">Given, never the clock.</param>
internal sealed record PackageHeading(
    Guid Id, string ObjectId, string PackageType, string Type, string Profile, string Title, string AgencyName, string FondsCode, string SubmissionCode, DateTimeOffset Created);
