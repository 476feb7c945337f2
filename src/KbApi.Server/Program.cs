using KbApi.Server.Hosting;

return await KbApiServer.RunAsync(args);
