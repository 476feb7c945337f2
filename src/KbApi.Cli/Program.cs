using System.Globalization;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;

return await KbCommand.RunAsync(args, SystemTerminal.Create(CultureInfo.CurrentUICulture));
