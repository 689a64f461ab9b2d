using EmbeddedHost.Hosting;
using EmbeddedHost.Packages;
using EmbeddedHost.Receipts;

switch (CommandLine.Parse(args))
{
    case CommandLine.Help:
        Console.WriteLine(CommandLine.Usage);
        return 0;
    case CommandLine.Mistake mistake:
        await Console.Error.WriteLineAsync(mistake.Line);
        return 2;
    case CommandLine.Run run:
        return await Serving.RunAsync(run.Options, Console.Out, Console.Error);
    case CommandLine.VerifyReceipt verify:
        return ReceiptCheck.Run(verify.Options, Console.Out, Console.Error);
    case CommandLine.CheckPackage check:
        return await PackageCheckRun.RunAsync(check.Options, Console.Out, Console.Error, CancellationToken.None);
    case CommandLine.MakeSip make:
        return await MakeSipRun.RunAsync(make.Options, TimeProvider.System, Console.Out, Console.Error, CancellationToken.None);
    case CommandLine.MakeTemplate template:
        return await SheetTemplate.RunAsync(template.Path, Console.Out, Console.Error, CancellationToken.None);
    default:
        throw new InvalidOperationException("A command line that nobody runs.");
}
