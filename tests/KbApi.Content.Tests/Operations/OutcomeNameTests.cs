using KbApi.Content.Operations;

namespace KbApi.Content.Tests.Operations;

public sealed class OutcomeNameTests
{
    [Theory]
    [InlineData("PasswordResetStart", "PasswordReset", "Start")]
    [InlineData("PasswordResetSuccess", "PasswordReset", "Success")]
    [InlineData("PasswordResetFail", "PasswordReset", "Failure")]
    [InlineData("Job_Failed", "Job", "Failure")]
    [InlineData("SyncCompleted", "Sync", "Success")]
    [InlineData("ServiceStarted", "Service", "Started")]
    [InlineData("ServiceStopped", "Service", "Stopped")]
    [InlineData("ServiceBusWarning", "ServiceBus", "Warning")]
    [InlineData("ServiceBusHeartBeat", "ServiceBus", "Heartbeat")]
    [InlineData("CryptoError", "Crypto", "Error")]
    [InlineData("ADUserAccountDisabled", "ADUserAccountDisabled", "None")]
    [InlineData("Start", "Start", "None")]
    [InlineData("Restart", "Restart", "None")]
    [InlineData("", "", "None")]
    public void The_last_word_of_a_name_tells_the_outcome(string name, string stem, string outcome) =>
        Assert.Equal((stem, outcome), (OutcomeName.Read(name).Stem, OutcomeName.Read(name).Outcome.ToString()));
}
