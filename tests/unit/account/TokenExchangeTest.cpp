#include "models/account/TokenExchange.h"

#include "tests/support/FakeApi.h"

#include <QTest>

using namespace std::chrono_literals;
using Answer = std::optional<base::Result<kube::IssuedToken>>;

/// A question for a token, and everything that can become of it.
class TokenExchangeTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::FakeApi> api;
    base::ManualExecutor gui;
    std::unique_ptr<account::TokenExchange> exchange;
    Answer answer;

    void ask()
    {
        exchange->ask(*api, {"shop", "front", {}, 1h, {}}, [this](const base::Result<kube::IssuedToken> &issued) { answer = issued; });
    }
    void step()
    {
        api->time.run();
        gui.advance(0ms);
    }

private Q_SLOTS:
    void init()
    {
        answer.reset();
        api = std::make_unique<support::FakeApi>();
        exchange = std::make_unique<account::TokenExchange>(gui);
    }

    void theTokenComesOnceAndOnTheThreadOfWhoAsked()
    {
        ask();
        QVERIFY(exchange->isRunning());
        api->last().answer(R"({"status":{"token":"a.b.c","expirationTimestamp":"2026-11-23T05:00:00Z"}})");
        QVERIFY(!answer);           // not before the consumer's turn
        step();
        QVERIFY(answer && *answer && !exchange->isRunning());
        QCOMPARE((*answer)->token.reveal(), std::string("a.b.c"));
    }

    void aRefusalKeepsTheServersWords()
    {
        ask();
        base::Error refused = base::makeError(base::ErrorKind::Forbidden, "serviceaccounts \"front\" is forbidden: User \"jane\" cannot create resource \"serviceaccounts/token\"");
        refused.code = 403;
        api->last().fail(refused);
        step();
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().message, refused.message);
    }

    void anAnswerThatEndsInItsMiddleIsNoToken()
    {
        ask();
        api->last().open();
        api->last().send("{\"status\":{\"token\":\"a.b");
        step();
        QVERIFY(!answer && exchange->isRunning());
        api->last().fail(base::ErrorKind::Network, "the connection was lost");
        step();
        QCOMPARE(answer->error().message, std::string("the connection was lost"));
    }

    void anAnswerWithoutATokenIsAnError()
    {
        ask();
        api->last().answer(R"({"kind":"TokenRequest","status":{}})");
        step();
        QVERIFY(answer && !*answer);
    }

    void lettingGoCancelsAndSilences()
    {
        ask();
        api->last().open();
        exchange->cancel();
        QVERIFY(api->last().isLetGo() && !exchange->isRunning());
        api->last().answer(R"({"status":{"token":"a.b.c"}})");
        step();
        QVERIFY(!answer);
    }

    void whatWasAnsweredButNotYetToldIsSilencedToo()
    {
        ask();
        api->last().answer(R"({"status":{"token":"a.b.c"}})");
        exchange->cancel();
        step();
        QVERIFY(!answer);
    }

    void askingAnewForgetsTheQuestionBefore()
    {
        ask();
        ask();
        QVERIFY(api->exchanges[0].isLetGo());
        api->exchanges[1].answer(R"({"status":{"token":"second"}})");
        step();
        QCOMPARE((*answer)->token.reveal(), std::string("second"));
    }
};

QTEST_GUILESS_MAIN(TokenExchangeTest)
#include "TokenExchangeTest.moc"
