using System.Reflection;

namespace ArchiveFunctions.ReadingRoom;

/// <summary>A kind of problem a caller can meet. The code never changes meaning; its words stand in the resource files.</summary>
/// <param name="Id">The stable code.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="OnPagesOnly">Whether only people with a browser can meet it; the API's description names all others.</param>
public sealed record ProblemCode(string Id, int Status, bool OnPagesOnly = false)
{
    /// <summary>No such thing, or none this caller may know of: the two are told apart by nobody.</summary>
    public static readonly ProblemCode NotFound = new("not-found", 404);

    /// <summary>Asked without a token for what needs one.</summary>
    public static readonly ProblemCode Unauthenticated = new("unauthenticated", 401);

    /// <summary>The token is not one of ours, not for us, or no longer good.</summary>
    public static readonly ProblemCode TokenInvalid = new("token-invalid", 401);

    /// <summary>The caller's roles do not allow it.</summary>
    public static readonly ProblemCode Forbidden = new("forbidden", 403);

    /// <summary>Signing in did not come to an end: it took too long, was begun elsewhere, or the issuer refused.</summary>
    public static readonly ProblemCode SignInFailed = new("sign-in-failed", 400, OnPagesOnly: true);

    /// <summary>A form that was not made for the session it came with.</summary>
    public static readonly ProblemCode FormForeign = new("form-foreign", 403, OnPagesOnly: true);

    /// <summary>The term of what was delivered is over.</summary>
    public static readonly ProblemCode DeliveryOver = new("delivery-over", 410, OnPagesOnly: true);

    /// <summary>No verification code: a slip of the pen.</summary>
    public static readonly ProblemCode VerificationMistyped = new("verification-mistyped", 400);

    /// <summary>A verification code that was never issued.</summary>
    public static readonly ProblemCode VerificationUnknown = new("verification-unknown", 404);

    /// <summary>A form that cannot be read: broken, or of more fields than any of ours.</summary>
    public static readonly ProblemCode FormInvalid = new("form-invalid", 400, OnPagesOnly: true);

    /// <summary>A form of more bytes than any of ours.</summary>
    public static readonly ProblemCode FormTooLarge = new("form-too-large", 413, OnPagesOnly: true);

    /// <summary>A search to be kept has no name, or one longer than anybody calls a search.</summary>
    public static readonly ProblemCode SearchNameInvalid = new("search-name-invalid", 422, OnPagesOnly: true);

    /// <summary>A reader keeps as many searches as may be kept.</summary>
    public static readonly ProblemCode SearchesFull = new("searches-full", 409, OnPagesOnly: true);

    /// <summary>A parameter makes no sense; <c>parameter</c> names it.</summary>
    public static readonly ProblemCode ParameterInvalid = new("parameter-invalid", 400);

    /// <summary>More words than anybody types.</summary>
    public static readonly ProblemCode QueryTooLong = new("query-too-long", 400);

    /// <summary>The continuation is not one of this list for this caller.</summary>
    public static readonly ProblemCode ContinuationInvalid = new("continuation-invalid", 400);

    /// <summary>The request's body cannot be read.</summary>
    public static readonly ProblemCode BodyInvalid = new("body-invalid", 400);

    /// <summary>The upload announced would be refused; <c>findings</c> says why.</summary>
    public static readonly ProblemCode UploadInvalid = new("upload-invalid", 422);

    /// <summary>No agency of this code deposits here.</summary>
    public static readonly ProblemCode AgencyUnknown = new("agency-unknown", 404);

    /// <summary>A transfer policy without sense; <c>parameter</c> names the value at fault.</summary>
    public static readonly ProblemCode PolicyInvalid = new("policy-invalid", 422);

    /// <summary>A policy of this name is there already; policies are never changed.</summary>
    public static readonly ProblemCode PolicyExists = new("policy-exists", 409);

    /// <summary>An exemption without a known ground, evidence or legal basis, or with an end that makes no sense; <c>parameter</c> names the value.</summary>
    public static readonly ProblemCode ExemptionInvalid = new("exemption-invalid", 422);

    /// <summary>A longer term that ends after the policy's exceptional one.</summary>
    public static readonly ProblemCode ExemptionTooLong = new("exemption-too-long", 422);

    /// <summary>A revocation without a known ground or evidence; <c>parameter</c> names what is missing.</summary>
    public static readonly ProblemCode RevocationInvalid = new("revocation-invalid", 422);

    /// <summary>There is no exemption in force to take back.</summary>
    public static readonly ProblemCode ExemptionNotInForce = new("exemption-not-in-force", 409);

    /// <summary>The record is on no way to the historical archive, or its way has ended or is under way.</summary>
    public static readonly ProblemCode TransferNotOpen = new("transfer-not-open", 409);

    /// <summary>Nothing is proposed, or something other than what is confirmed.</summary>
    public static readonly ProblemCode ExemptionNotProposed = new("exemption-not-proposed", 409);

    /// <summary>Who proposes may not confirm.</summary>
    public static readonly ProblemCode SecondPersonRequired = new("second-person-required", 403);

    /// <summary>The consignment does not wait for an archivist's word, or not any more.</summary>
    public static readonly ProblemCode TransferNotHeld = new("transfer-not-held", 409);

    /// <summary>A decision against somebody, or on a request, needs a reason.</summary>
    public static readonly ProblemCode ReasonMissing = new("reason-missing", 422);

    /// <summary>Requests begin with an account, and this reader has none yet.</summary>
    public static readonly ProblemCode AccountMissing = new("account-missing", 409);

    /// <summary>An account without a name, a personal number, or a way to reach the reader; <c>parameter</c> names the value.</summary>
    public static readonly ProblemCode AccountInvalid = new("account-invalid", 422);

    /// <summary>The account was changed since it was read.</summary>
    public static readonly ProblemCode AccountChanged = new("account-changed", 409);

    /// <summary>A request without a purpose, or with another value that makes no sense; <c>parameter</c> names it.</summary>
    public static readonly ProblemCode RequestInvalid = new("request-invalid", 422);

    /// <summary>Another request was sent under this key.</summary>
    public static readonly ProblemCode RequestExists = new("request-exists", 409);

    /// <summary>From where the request stands this is not possible: somebody else was first, or it has ended.</summary>
    public static readonly ProblemCode RequestNotOpen = new("request-not-open", 409);

    /// <summary>A record the request names is gone, or may be given to nobody any more.</summary>
    public static readonly ProblemCode RequestRecordGone = new("request-record-gone", 409);

    /// <summary>Nobody decides their own request.</summary>
    public static readonly ProblemCode OwnRequest = new("own-request", 403);

    /// <summary>A conditional record is granted only by who confirms having weighed its restriction.</summary>
    public static readonly ProblemCode ConditionsUnconfirmed = new("conditions-unconfirmed", 422);

    /// <summary>A payment without the number of its receipt, or one that was not made.</summary>
    public static readonly ProblemCode PaymentInvalid = new("payment-invalid", 422);

    /// <summary>Others are changing the request this moment.</summary>
    public static readonly ProblemCode RequestBusy = new("request-busy", 409);

    /// <summary>The agency still answers for the records: there is nothing to release yet.</summary>
    public static readonly ProblemCode CustodyNotMoved = new("custody-not-moved", 409);

    /// <summary>A fixity check of the preserved copy has failed, and the agency's copy must stay; <c>findings</c> says of which record.</summary>
    public static readonly ProblemCode PermitLapsed = new("permit-lapsed", 409);

    /// <summary>A hold keeps a record from being destroyed; <c>findings</c> says which.</summary>
    public static readonly ProblemCode RecordOnHold = new("record-on-hold", 409);

    /// <summary>The record is being described or changed this moment.</summary>
    public static readonly ProblemCode RecordBusy = new("record-busy", 409);

    /// <summary>An <c>If-Match</c> names another state.</summary>
    public static readonly ProblemCode PreconditionFailed = new("precondition-failed", 412);

    /// <summary>No byte of the range exists.</summary>
    public static readonly ProblemCode RangeNotSatisfiable = new("range-not-satisfiable", 416);

    /// <summary>Tables or blobs cannot be reached.</summary>
    public static readonly ProblemCode StorageUnavailable = new("storage-unavailable", 503);

    /// <summary>The search service cannot be reached.</summary>
    public static readonly ProblemCode SearchUnavailable = new("search-unavailable", 503);

    /// <summary>The issuer's keys cannot be reached.</summary>
    public static readonly ProblemCode IdentityUnavailable = new("identity-unavailable", 503);

    /// <summary>A defect; the log says which.</summary>
    public static readonly ProblemCode Internal = new("internal", 500);

    /// <summary>All of them, in the order above.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } =
        [.. typeof(ProblemCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ProblemCode>()];
}
