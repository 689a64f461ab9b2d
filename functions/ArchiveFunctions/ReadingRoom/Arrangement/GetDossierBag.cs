using System.Text.Json;
using Archive.Packages.Bags;
using Archive.Packages.Reading;
using Archive.ReadingRoom;
using Archive.ReadingRoom.Audit;
using Archive.Records;
using ArchiveFunctions.ReadingRoom.Audit;
using ArchiveFunctions.ReadingRoom.Pages;
using ArchiveFunctions.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArchiveFunctions.ReadingRoom.Arrangement;

/// <summary>A reader takes a dossier along as a bag (BagIt 1.0): the documents they may read, in order, and all that is said of them and of the dossier.</summary>
public sealed class GetDossierBag(ReadingDesk desk, OpenedDossiers dossiers, BagContents contents, Refusals refusals, AuditTrail audit)
{
    /// <summary>Answers the bag; where there is no document the caller may read, exactly what is answered when there is no dossier.</summary>
    [Function(nameof(GetDossierBag))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/agencies/{agency}/dossiers/bag")] HttpRequest request, string agency, CancellationToken stop) =>
        desk.Answer(
            request,
            async caller =>
            {
                if (request.Query["code"].ToString() is not { Length: > 0 } code)
                    return Problems.Of(ProblemCode.ParameterInvalid, request, "code");
                if (!AgencyCode.TryParse(agency, out var known) || await dossiers.Said(known, code, caller, stop) is not { } dossier)
                    return await refusals.NotThere(nameof(GetDossierBag), caller, request, code);

                // The plan is made before the first byte: of a dossier the rows are held, the bytes never. Each row is read again when its turn comes.
                var (files, items) = (new List<BagContent>(), new List<DossierItemBody>());
                await foreach (var document in dossiers.Documents(dossier, caller, stop))
                {
                    if (document.Opened is not { Sight: Sight.Whole, Record: var record } || !Visibility.MayReadContent(record, caller))
                        continue;
                    await audit.NoteReading(AuditAct.OpenedRestricted, caller, record, stop);
                    files.AddRange(contents.Of(record, caller, Words.LanguageOf(request)));
                    items.Add(DossierItemBody.Of(document));
                }

                return items.Count == 0 ? await refusals.NotThere(nameof(GetDossierBag), caller, request, code) : await Bag(dossier, files, items, caller, Words.LanguageOf(request), stop);
            },
            ProblemCode.SearchUnavailable);

    private async Task<IResult> Bag(Dossier dossier, List<BagContent> files, List<DossierItemBody> items, Caller caller, System.Globalization.CultureInfo language, CancellationToken stop)
    {
        if (!caller.IsAnonymous)
            await audit.Note(AuditAct.Exported, caller, dossier.FileCode, "bag", stop);
        var description = new DossierBody(
            dossier.Agency.Value, dossier.FileCode, dossier.Title, [.. dossier.Fields.Select(field => new DossierFieldBody(field.Key, DossierWords.Label(field.Key, new PageWords(language)), field.Value))], items, null);
        var json = JsonSerializer.SerializeToUtf8Bytes(description, ReadingRoomJson.Letters.DossierBody);
        var file = new BagContent("dossier.json", json.Length, null, _ => Task.FromResult<Stream>(new MemoryStream(json, writable: false)));
        return new BagResult(await contents.Plan(NameOf(dossier.FileCode), [file, .. files], dossier.Agency, dossier.FileCode, dossier.Title, stop));
    }

    /// <summary>The dossier's code where it can be a folder's name; with other letters in place of those that cannot.</summary>
    private static string NameOf(string code)
    {
        var name = string.Concat(code.Take(80).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_')).Trim('.');
        return PackagePath.Fault(name) is null ? name : "dossier";
    }
}
