using Archive.ReadingRoom;
using Archive.ReadingRoom.Requests;
using Archive.Records;
using ArchiveFunctions.Transfer;

namespace ArchiveFunctions.ReadingRoom.Requests;

/// <summary>Who may read a record's bytes: by what they are or, of a conditional record, by a request that was approved. Only then is a table asked.</summary>
public sealed class ContentAccess(RequestTable requests, TimeProvider clock)
{
    /// <summary>Whether a caller may.</summary>
    public async ValueTask<bool> May(ArchiveRecord record, Caller caller, CancellationToken stop)
    {
        if (Visibility.MayReadContent(record, caller))
            return true;
        if (caller.IsAnonymous || record.Access != AccessMode.Conditional)
            return false;

        var mine = await Limit.Within(ending => requests.ToRead(RecordId.ForReader(caller.Subject), record.Id, ending).ToListAsync(ending).AsTask(), clock, stop);
        return Visibility.MayReadContent(record, caller, mine, Today.Of(clock.GetUtcNow()));
    }
}
