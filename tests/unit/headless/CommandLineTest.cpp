#include "app/headless/CommandLine.h"

#include <QtTest>

using headless::Invocation;
using headless::Verb;
using Format = headless::OutputChoice::Format;

class CommandLineTest : public QObject
{
    Q_OBJECT

    static base::Result<Invocation> parse(const QStringList &words)
    {
        std::vector<std::string> texts;
        for (const QString &word : words)
            texts.push_back(word.toStdString());
        const std::vector<std::string_view> views(texts.begin(), texts.end());
        return headless::parseCommandLine(views);
    }

    static Invocation parsed(const char *line)
    {
        const auto invocation = parse(QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts));
        if (!invocation)
            qFatal("%s: %s", line, invocation.error().message.c_str());
        return *invocation;
    }

private Q_SLOTS:
    void noVerbMeansTheWindow()
    {
        const Invocation invocation = parsed("--kubeconfig f --context c --open pods -A --readonly --language ko --theme=dark --screenshot s.png --size 1280x800");
        QVERIFY(invocation.verb == Verb::Window);
        QCOMPARE(invocation.kubeconfig, std::string("f"));
        QCOMPARE(invocation.overrides.context, std::string("c"));
        QCOMPARE(invocation.window.open, std::string("pods"));
        QCOMPARE(invocation.window.language, std::string("ko"));
        QCOMPARE(invocation.window.theme, std::string("dark"));
        QVERIFY(invocation.window.readOnly && invocation.allNamespaces && !invocation.window.demo);
        QCOMPARE(invocation.window.size->width, 1280);
        QCOMPARE(invocation.window.size->height, 800);
    }

    void diskTakesOneNode()
    {
        const Invocation invocation = parsed("disk worker-1 -o json");
        QVERIFY(invocation.verb == Verb::Disk && invocation.output.format == Format::Json);
        QCOMPARE(invocation.arguments, std::vector<std::string>{"worker-1"});
        for (const QStringList &words : {QStringList{QStringLiteral("disk")}, QStringList{QStringLiteral("disk"), QStringLiteral("a"), QStringLiteral("b")}, QStringList{QStringLiteral("disk"), QStringLiteral("a"), QStringLiteral("-o"), QStringLiteral("yaml")}})
            QVERIFY(!parse(words));
    }

    void commonFlagsReachTheOverrides()
    {
        const Invocation invocation = parsed("get pods --cluster c --user u -n ns --as me --as-group g1 --as-group g2 --as-uid 7 --server https://h "
                                             "--token secret --certificate-authority ca --tls-server-name tls --insecure-skip-tls-verify "
                                             "--request-timeout 90s --data-dir d --trust-exec -v=6");
        const kube::KubeConfigOverrides &over = invocation.overrides;
        QCOMPARE(over.cluster, std::string("c"));
        QCOMPARE(over.user, std::string("u"));
        QCOMPARE(over.namespaceName, std::string("ns"));
        QCOMPARE(over.impersonateUser, std::string("me"));
        QVERIFY((over.impersonateGroups == std::vector<std::string>{"g1", "g2"}));
        QCOMPARE(over.impersonateUid, std::string("7"));
        QCOMPARE(over.server, std::string("https://h"));
        QCOMPARE(over.token.reveal(), std::string("secret"));
        QCOMPARE(over.authorityFile, std::string("ca"));
        QCOMPARE(over.serverName, std::string("tls"));
        QVERIFY(over.insecure && invocation.trustExec);
        QVERIFY(invocation.requestTimeout == std::chrono::seconds(90));
        QCOMPARE(invocation.dataFolder, std::string("d"));
        QCOMPARE(invocation.verbosity, 6);
    }

    void flagsOfGetAreRead()
    {
        const Invocation invocation = parsed("get pods,svc a b -l x=y --field-selector s=t -L k1,k2 -L k3 --sort-by .metadata.name --cells local "
                                             "--no-headers --show-labels --from f1 --from f2 --now 2026-11-21T10:00:00Z");
        QVERIFY((invocation.arguments == std::vector<std::string>{"pods,svc", "a", "b"}));
        QCOMPARE(invocation.get.labelSelector, std::string("x=y"));
        QCOMPARE(invocation.get.fieldSelector, std::string("s=t"));
        QVERIFY((invocation.get.labelColumns == std::vector<std::string>{"k1", "k2", "k3"}));
        QCOMPARE(invocation.get.sortBy, std::string(".metadata.name"));
        QVERIFY(invocation.get.cells == headless::GetFlags::Cells::Local);
        QVERIFY(invocation.get.noHeaders && invocation.get.showLabels);
        QVERIFY((invocation.from == std::vector<std::string>{"f1", "f2"}));
        QVERIFY(invocation.now.has_value());
    }

    void outputsAreKnown_data()
    {
        QTest::addColumn<QString>("flag");
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("argument");
        const auto add = [](const char *flag, Format format, const char *argument = "") {
            QTest::newRow(flag) << QString::fromUtf8(flag) << static_cast<int>(format) << QString::fromUtf8(argument);
        };
        add("-owide", Format::Wide);
        add("-o=json", Format::Json);
        add("--output=yaml", Format::Yaml);
        add("-oname", Format::Name);
        add("-ocsv", Format::Csv);
        add("-o=", Format::Table);
        add("-ojsonpath={.items[*].metadata.name}", Format::JsonPath, "{.items[*].metadata.name}");
        add("-o=jsonpath={.a}={.b}", Format::JsonPath, "{.a}={.b}");
    }

    void outputsAreKnown()
    {
        QFETCH(QString, flag);
        QFETCH(int, format);
        QFETCH(QString, argument);
        const auto invocation = parse({QStringLiteral("get"), QStringLiteral("pods"), flag});
        QVERIFY(invocation.has_value());
        QCOMPARE(static_cast<int>(invocation->output.format), format);
        QCOMPARE(invocation->output.argument, argument.toStdString());
    }

    void lettersMayBeCombined()
    {
        const Invocation invocation = parsed("get -Awn ns pods -Ao json -w=false");
        QVERIFY(invocation.allNamespaces && !invocation.get.watch);
        QCOMPARE(invocation.overrides.namespaceName, std::string("ns"));
        QVERIFY(invocation.output.format == Format::Json);
    }

    void verbosityMayStandAlone_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("verbosity");
        QTest::addColumn<int>("words");
        QTest::newRow("alone") << QStringLiteral("get pods -v") << 1 << 1;
        QTest::newRow("before a word") << QStringLiteral("get -v pods") << 1 << 1;
        QTest::newRow("glued") << QStringLiteral("get pods -v8") << 8 << 1;
        QTest::newRow("equals") << QStringLiteral("get pods --v=9") << 9 << 1;
        QTest::newRow("next") << QStringLiteral("get pods -v 6") << 6 << 1;
        QTest::newRow("combined") << QStringLiteral("get pods -vA") << 1 << 1;
    }

    void verbosityMayStandAlone()
    {
        QFETCH(QString, line);
        QFETCH(int, verbosity);
        QFETCH(int, words);
        const Invocation invocation = parsed(line.toUtf8().constData());
        QCOMPARE(invocation.verbosity, verbosity);
        QCOMPARE(static_cast<int>(invocation.arguments.size()), words);
    }

    void flagsMayStandBeforeTheVerbAndEndAtTwoDashes()
    {
        const Invocation invocation = parsed("--context c get pods -- -w --help -");
        QVERIFY(invocation.verb == Verb::Get && !invocation.get.watch && !invocation.help);
        QVERIFY((invocation.arguments == std::vector<std::string>{"pods", "-w", "--help", "-"}));
    }

    void aValueMayLookLikeAFlagAndTheLastOneCounts()
    {
        const Invocation invocation = parsed("get pods -n --odd --context a --context=b");
        QCOMPARE(invocation.overrides.namespaceName, std::string("--odd"));
        QCOMPARE(invocation.overrides.context, std::string("b"));
    }

    void contextsKnowsMerged()
    {
        const Invocation invocation = parsed("contexts --merged -o json");
        QVERIFY(invocation.verb == Verb::Contexts && invocation.merged);
        QVERIFY(invocation.output.format == Format::Json);
    }

    void mistakesAreMisuseWithTheUsageLine_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("usage");
        const auto add = [](const char *line, const char *message, const char *usage) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(message) << QString::fromUtf8(usage);
        };
        std::string verbs;
        for (const std::string_view name : headless::verbNames())
            verbs.append(verbs.empty() ? "" : " ").append(name);
        add("frobnicate", ("unknown verb \"frobnicate\"; the verbs are: " + verbs).c_str(), "Usage: wheelhouse [VERB]");
        add("rbac", "You must specify what to ask about access", "Usage: wheelhouse rbac");
        add("get pods --sa a/b", "get has no flag --sa", "Usage: wheelhouse get");
        add("get pods -o svg", "get prints no pictures", "Usage: wheelhouse get");
        add("get", "You must specify the type of resource to get", "Usage: wheelhouse get");
        add("get pods --nope", "unknown flag: --nope", "Usage: wheelhouse get");
        add("get pods --nope=1", "unknown flag: --nope", "Usage: wheelhouse get");
        add("get pods -Az", "unknown shorthand flag: 'z' in -Az", "Usage: wheelhouse get");
        add("get pods -=x", "unknown shorthand flag: '=' in -=x", "Usage: wheelhouse get");
        add("get pods --=x", "bad flag syntax: --=x", "Usage: wheelhouse get");
        add("get pods ---x", "bad flag syntax: ---x", "Usage: wheelhouse get");
        add("get pods --namespace", "flag needs an argument: --namespace", "Usage: wheelhouse get");
        add("get pods -An", "flag needs an argument: 'n' in -An", "Usage: wheelhouse get");
        add("get pods -o table", "invalid argument \"table\" for \"-o, --output\" flag: must be one of: wide json yaml name csv jsonpath=TEMPLATE", "Usage: wheelhouse get");
        add("get pods -o jsonpath", "invalid argument \"jsonpath\" for \"-o, --output\" flag: template format specified but no template given", "Usage: wheelhouse get");
        add("get pods -w=maybe", "invalid argument \"maybe\" for \"-w, --watch\" flag: must be true or false", "Usage: wheelhouse get");
        add("get pods -v=99", "invalid argument \"99\" for \"-v, --v\" flag: must be a number from 0 to 10", "Usage: wheelhouse get");
        add("get pods --now yesterday", "invalid argument \"yesterday\" for \"--now\" flag: must be a time of RFC 3339, such as 2026-11-21T10:00:00Z", "Usage: wheelhouse get");
        add("get pods --request-timeout -1s", "invalid argument \"-1s\" for \"--request-timeout\" flag: must not be negative", "Usage: wheelhouse get");
        add("get pods --cells both", "invalid argument \"both\" for \"--cells\" flag: must be one of: server local", "Usage: wheelhouse get");
        add("get pods --merged", "get has no flag --merged", "Usage: wheelhouse get");
        add("get pods --demo", "get has no flag --demo", "Usage: wheelhouse get");
        add("get pods --show-labels -o json", "--show-labels needs a table", "Usage: wheelhouse get");
        add("get pods -w --from x", "--watch needs a cluster, not --from", "Usage: wheelhouse get");
        add("get pods --cells=server --from x", "--cells=server needs a cluster, not --from", "Usage: wheelhouse get");
        add("contexts dev", "unexpected argument \"dev\"", "Usage: wheelhouse contexts");
        add("contexts -o yaml", "contexts prints a table or, with -o json, JSON", "Usage: wheelhouse contexts");
        add("contexts -w", "contexts has no flag --watch", "Usage: wheelhouse contexts");
        add("-l a=b", "the flag --selector needs a verb", "Usage: wheelhouse [VERB]");
        add("--size 1x1", "--size needs --screenshot", "Usage: wheelhouse [VERB]");
        add("--size 0x1 --screenshot a", "invalid argument \"0x1\" for \"--size\" flag: must be a width and a height, such as 1280x800", "Usage: wheelhouse [VERB]");
        add("--theme pink", "invalid argument \"pink\" for \"--theme\" flag: must be one of: light dark system", "Usage: wheelhouse [VERB]");
    }

    void mistakesAreMisuseWithTheUsageLine()
    {
        QFETCH(QString, line);
        QFETCH(QString, message);
        QFETCH(QString, usage);
        const auto invocation = parse(line.split(QLatin1Char(' ')));
        QVERIFY(!invocation);
        QVERIFY(invocation.error().kind == base::ErrorKind::Misuse);
        const QStringList lines = QString::fromStdString(invocation.error().message).split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], message);
        QVERIFY2(lines[1].startsWith(usage), qPrintable(lines[1]));
    }

    void aTokenIsNeverInAMessage()
    {
        const auto invocation = parse({QStringLiteral("get"), QStringLiteral("--token"), QStringLiteral("canary"), QStringLiteral("--nope")});
        QVERIFY(!invocation);
        QVERIFY(invocation.error().message.find("canary") == std::string::npos);
    }

    void helpAndVersionNeedNothingElse()
    {
        QVERIFY(parsed("--help").help);
        QVERIFY(parsed("get --help").verb == Verb::Get);
        QVERIFY(parsed("get -h").help);
        QVERIFY(parsed("--version").version);
        QVERIFY(headless::versionText().starts_with("wheelhouse "));
    }

    void helpNamesTheVerbsAndOnlyTheFlagsThatApply()
    {
        const std::string all = headless::helpText(Verb::Window);
        for (const std::string_view name : headless::verbNames())
            QVERIFY(all.find("\n  " + std::string(name)) != std::string::npos);
        QVERIFY(all.find("--screenshot") != std::string::npos);
        const std::string get = headless::helpText(Verb::Get);
        QVERIFY(get.find("  -L, --label-columns KEYS") != std::string::npos);
        QVERIFY(get.find("--screenshot") == std::string::npos);
        QVERIFY(headless::helpText(Verb::Contexts).find("--merged") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(CommandLineTest)
#include "CommandLineTest.moc"
