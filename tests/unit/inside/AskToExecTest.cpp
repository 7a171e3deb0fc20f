#include "models/inside/AskToExec.h"
#include "models/text/Json.h"
#include "tests/support/FakeApi.h"

#include <QtTest>

namespace {

const std::string yes = R"({"status":{"allowed":true}})";

std::string no(const std::string &reason) { return R"({"status":{"allowed":false,"reason":")" + reason + "\"}}"; }

/// A person before a pod, and the server that is asked about them.
struct Asked
{
    support::FakeApi api;
    base::ManualExecutor consumer;
    std::vector<inside::ExecAnswer> answers;
    base::Job job = inside::askToExec(api, "team-a", "web-0", consumer, [this](const inside::ExecAnswer &answer) { answers.push_back(answer); });

    support::FakeApi::Exchange &about(const std::string &verb)
    {
        for (auto &exchange : api.exchanges) {
            if ((*text::parseJson(exchange.request.body))["spec"]["resourceAttributes"]["verb"].text() == verb)
                return exchange;
        }
        qFatal("nobody asked about %s", verb.c_str());
    }
    QString told()
    {
        consumer.run();
        QStringList words;
        for (const inside::ExecAnswer &answer : answers) {
            QStringList missing;
            for (const std::string &verb : answer.missing)
                missing << QString::fromStdString(verb);
            const auto word = answer.word == inside::ExecAnswer::Word::Allowed ? QStringLiteral("allowed") : answer.isRefused() ? QStringLiteral("refused") : QStringLiteral("unknown");
            words << QStringLiteral("%1 [%2] %3").arg(word, missing.join(u','), QString::fromStdString(answer.reason)).trimmed();
        }
        return words.join(u'\n');
    }
};

} // namespace

/// The question whether somebody may run commands in a pod.
class AskToExecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothVerbsOfThePodAreAskedAbout()
    {
        Asked asked;
        QCOMPARE(asked.api.count(), std::size_t(2));
        for (const char *verb : {"get", "create"}) {
            const kube::ApiRequest &request = asked.about(verb).request;
            QCOMPARE(request.method, http::Method::Post);
            QCOMPARE(request.path, std::string("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"));
            QCOMPARE(request.body, R"({"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":{"namespace":"team-a","verb":")" + std::string(verb)
                         + R"(","resource":"pods","subresource":"exec","name":"web-0"}}})");
        }
    }

    void onlyBothTogetherAllow()
    {
        Asked asked;
        asked.about("create").answer(yes);
        QCOMPARE(asked.told(), QString());
        QVERIFY(asked.job.isRunning());
        asked.about("get").answer(yes);
        QCOMPARE(asked.told(), QStringLiteral("allowed []"));
        QVERIFY(!asked.job.isRunning());
    }

    void whatIsMissingIsNamedWithTheReason()
    {
        Asked both;
        both.about("create").answer(no("not to create"));
        both.about("get").answer(no("not to get"));
        QCOMPARE(both.told(), QStringLiteral("refused [get,create] not to get"));
        Asked one;
        one.about("get").answer(yes);
        one.about("create").answer(no("not to create"));
        QCOMPARE(one.told(), QStringLiteral("refused [create] not to create"));
    }

    void whoCannotAnswerDoesNotRefuse()
    {
        Asked silent;
        silent.about("get").fail(base::ErrorKind::Timeout, "no answer within 60 seconds");
        silent.about("create").answer(yes);
        QCOMPARE(silent.told(), QStringLiteral("unknown []"));
        Asked strange;
        strange.about("get").answer(yes);
        strange.about("create").answer("<html>sign in</html>");
        QCOMPARE(strange.told(), QStringLiteral("unknown []"));
        Asked wordless;
        wordless.about("get").answer(R"({"status":{}})");
        wordless.about("create").answer(R"({"kind":"Status","code":404})");
        QCOMPARE(wordless.told(), QStringLiteral("unknown []"));
    }

    void aRefusalIsTheLastWord()
    {
        for (const char *refused : {"get", "create"}) {
            Asked asked;
            asked.about(refused).answer(no("no rule"));
            asked.about(std::string(refused) == "get" ? "create" : "get").fail(base::ErrorKind::Timeout, "no answer");
            QCOMPARE(asked.told(), QStringLiteral("refused [%1] no rule").arg(QLatin1String(refused)));
        }
    }

    void whoLetsGoHearsNothing()
    {
        Asked asked;
        asked.about("get").answer(yes);
        asked.about("create").answer(yes);
        asked.job.cancel();
        QCOMPARE(asked.told(), QString());
        Asked early;
        early.job.cancel();
        QVERIFY(early.about("get").isLetGo() && early.about("create").isLetGo());
    }

    void whoHearsMayLetGo()
    {
        support::FakeApi api;
        base::ManualExecutor consumer;
        int heard = 0;
        base::Job job = inside::askToExec(api, "team-a", "web-0", consumer, [&](const inside::ExecAnswer &) {
            ++heard;
            job.cancel();
        });
        for (auto &exchange : api.exchanges)
            exchange.answer(yes);
        consumer.run();
        QCOMPARE(heard, 1);
    }
};

QTEST_MAIN(AskToExecTest)
#include "AskToExecTest.moc"
