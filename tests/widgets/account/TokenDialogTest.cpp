#include "widgets/account/TokenDialog.h"

#include "models/kube/BuiltinCatalog.h"
#include "models/kube/KubeConfigLoader.h"
#include "tests/support/FakeApi.h"
#include "tests/unit/rbac/AccessSamples.h"
#include "widgets/account/TokenForm.h"
#include "widgets/account/TokenResult.h"
#include "widgets/base/TextLabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace account;

namespace {

constexpr int patience = 30'000;

/// Of JSON with ' for ".
QByteArray part(const char *json) { return QByteArray(json).replace('\'', '"').toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals); }

const std::string token = (part("{'alg':'RS256'}") + '.' + part("{'iss':'https://k','sub':'system:serviceaccount:shop:front','aud':['https://k'],'exp':1900000000,"
    "'kubernetes.io':{'namespace':'shop','pod':{'name':'<b>front-0</b>'},'serviceaccount':{'name':'front'}}}") + ".c2ln").toStdString();

std::string answerWith(const std::string &text) { return R"({"status":{"token":")" + text + R"(","expirationTimestamp":"2030-03-17T17:46:40Z"}})"; }

base::Error errorOf(int code, base::ErrorKind kind, const char *message)
{
    base::Error error = base::makeError(kind, message);
    error.code = code;
    return error;
}

} // namespace

/// The way to a token: what it says before, what it asks, and everything that can become of it.
class TokenDialogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::FakeApi> api;
    std::unique_ptr<base::EventLoopExecutor> executor;
    std::shared_ptr<rights::LiveRights> live;
    std::unique_ptr<TokenDialog> dialog;
    QString refusal;
    std::vector<std::string> added;

    static kube::ApiCatalog onlyConfigMaps()
    {
        kube::ApiCatalog catalog;
        catalog.add(*kube::builtinCatalog().find("configmaps"));
        return catalog;
    }
    QTemporaryDir folder;

    template<typename T>
    T *named(const QString &name) const
    {
        for (T *each : dialog->findChildren<T *>())
            if (each->accessibleName() == name)
                return each;
        qFatal("nothing is called %s", qPrintable(name));
    }
    QPushButton *button(const char *name) const { return named<QPushButton>(QString::fromUtf8(name)); }
    QCheckBox *confirmation() const { return named<QCheckBox>(QStringLiteral("Make a token with which all this can be done")); }
    /// What is told beside that label.
    QString textOf(const char *label) const
    {
        for (const base::TextLabel *each : dialog->findChildren<base::TextLabel *>())
            if (each->accessibleDescription() == QString::fromUtf8(label))
                return each->text();
        qFatal("nothing is told of %s", label);
    }
    bool showsToken() const
    {
        const QString secret = QString::fromStdString(token);
        const auto texts = dialog->findChildren<QPlainTextEdit *>();
        const auto labels = dialog->findChildren<base::TextLabel *>();
        const auto holds = [&](const QString &text) { return text.contains(secret.left(40)); };
        return std::ranges::any_of(texts, [&](const QPlainTextEdit *each) { return holds(each->toPlainText()); })
            || std::ranges::any_of(labels, [&](const base::TextLabel *each) { return holds(each->text()); });
    }

    void open()
    {
        kube::ConnectionSettings settings;
        settings.server = "https://10.0.0.1:6443";
        settings.clusterName = "prod";
        settings.token = base::SecretText("my-own-token");
        TokenDialog::Services services{[this]() -> kube::Api & { return *api; }, [this] { return refusal; }, [settings] { return settings; }, QStringLiteral("prod"),
                                       folder.path().toStdString(), [this](const std::string &path) { added.push_back(path); }};
        dialog = std::make_unique<TokenDialog>(std::move(services), live, rbac::ServiceAccountRef{"shop", "front"});
        dialog->show();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->power().isEmpty(), patience);
    }
    /// Every text and every control has the room it needs.
    bool isWhole() const
    {
        for (const QWidget *each : dialog->findChildren<QWidget *>()) {
            const bool isText = qobject_cast<const base::TextLabel *>(each), isControl = qobject_cast<const QComboBox *>(each) || qobject_cast<const QLineEdit *>(each) || qobject_cast<const QPushButton *>(each);
            const int needed = isText ? each->heightForWidth(each->width()) : isControl ? each->sizeHint().height() : 0;
            if (each->isVisible() && each->height() < needed) {
                qWarning("%s has %d of %d", qPrintable(each->accessibleName()), each->height(), needed);
                return false;
            }
        }
        return true;
    }
    /// A person confirms and asks.
    void ask()
    {
        confirmation()->click();
        button("Create the token")->click();
        QCOMPARE(api->count(), std::size_t(1));
    }
    void give(const std::string &text = token)
    {
        QSignalSpy answered(dialog.get(), &TokenDialog::answered);
        api->last().answer(answerWith(text));
        QTRY_COMPARE(answered.size(), 1);
        QVERIFY(dialog->result());
    }

private Q_SLOTS:
    void init()
    {
        refusal.clear();
        added.clear();
        api = std::make_unique<support::FakeApi>();
        executor = std::make_unique<base::EventLoopExecutor>();
        // The server serves nothing of access, so that all of it is unknown.
        live = std::make_shared<rights::LiveRights>(rights::Source{[](const kube::ResourceType &) { return nullptr; }, onlyConfigMaps, [] { return std::string("v1.36.0"); }}, *executor);
    }
    void cleanup()
    {
        dialog.reset();
        live.reset();
    }

    void nothingIsAskedBeforeItIsConfirmed()
    {
        open();
        QVERIFY(!button("Create the token")->isEnabled());
        QTest::keyClick(dialog.get(), Qt::Key_Return);
        QCOMPARE(api->count(), std::size_t(0));
        confirmation()->click();
        QVERIFY(button("Create the token")->isEnabled());
    }

    void whatCannotBeKnownOfItsRightsIsSaid()
    {
        open();
        QVERIFY2(dialog->power().contains(QStringLiteral("It may be more, as not everything may be read")), qPrintable(dialog->power()));
    }

    void whatIsDangerousIsNamedBeforeWhatComesFirstByName()
    {
        const std::string rules = "{verbs: [get], apiGroups: [''], resources: [bindings, configmaps, endpoints, events, limitranges]}, {verbs: [get], apiGroups: [''], resources: [nodes/proxy]}";
        const rbac::Basis basis(samples::inputs(samples::role("ClusterRole", "/inspect", rules) + samples::binding("/inspect", "ClusterRole/inspect", samples::account("shop", "front"))));
        const Power power = powerOf(basis, {"shop", "front"});
        QVERIFY2(power.sentence.startsWith(QStringLiteral("Whoever has the token may get nodes/proxy; get configmaps, events, bindings, endpoints, limitranges.")), qPrintable(power.sentence));
        QVERIFY2(power.risks.front().startsWith(QStringLiteral("✕ critical")) && power.gravest == base::Meaning::Error, qPrintable(power.risks.front()));
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("as it opens") << 0;
        QTest::newRow("wide") << 760;
    }

    void nothingIsCut()
    {
        QFETCH(int, width);
        open();
        dialog->resize(std::max(width, dialog->width()), dialog->height());
        QVERIFY(isWhole());
        ask();
        give();
        QTRY_VERIFY(isWhole());
        QVERIFY(dialog->height() < 800);
    }

    /// A bar that was there once takes the room that would make it needless.
    void nothingIsCutAtAnyWidth()
    {
        open();
        for (int width = dialog->width(); width < 800; width += 3) {
            dialog->resize(width, 100);
            QTRY_VERIFY2(isWhole() && !dialog->findChild<QScrollArea *>()->verticalScrollBar()->isVisible(), qPrintable(QString::number(width)));
        }
    }

    void theSentenceNamesTheRightsAndTheGravestRisks()
    {
        const rbac::Basis basis(samples::inputs(samples::role("ClusterRole", "/all", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}")
            + samples::binding("/all", "ClusterRole/all", samples::account("shop", "front"))));
        const Power power = powerOf(basis, {"shop", "front"});
        QCOMPARE(power.sentence, QStringLiteral("Whoever has the token may * *.*."));
        QVERIFY(!power.risks.empty());
        QCOMPARE(power.risks.front(), QStringLiteral("✕ critical: is cluster-admin (in the whole cluster)"));
        QVERIFY(power.unreadable.isEmpty());
        const Power other = powerOf(basis, {"shop", "back"});
        QCOMPARE(other.sentence, QStringLiteral("Whoever has the token may do what every account may, and nothing else that is known."));
        QVERIFY(other.risks.empty());
    }

    void theCommandSaysWhatIsAsked()
    {
        open();
        QCOMPARE(dialog->command(), QStringLiteral("kubectl --context prod create token front -n shop --duration=1h"));
        named<QLineEdit>(QStringLiteral("Audiences"))->setText(QStringLiteral(" vault , it's "));
        named<QComboBox>(QStringLiteral("Lifetime"))->setCurrentIndex(0);
        QVERIFY2(dialog->command().startsWith(QStringLiteral("kubectl --context prod create token front -n shop --duration=10m --audience=vault ")), qPrintable(dialog->command()));
        QCOMPARE(dialog->form().wish().audiences, (std::vector<std::string>{"vault", "it's"}));
    }

    void whatATokenEndsWithNeedsAName()
    {
        open();
        named<QComboBox>(QStringLiteral("Ends with"))->setCurrentIndex(1);
        confirmation()->click();
        QVERIFY(!button("Create the token")->isEnabled());
        QCOMPARE(dialog->state(), QStringLiteral("The name of what it ends with is missing"));
        named<QLineEdit>(QStringLiteral("Name of what it ends with"))->setText(QStringLiteral("front-0"));
        QVERIFY(button("Create the token")->isEnabled());
        QVERIFY(dialog->form().wish().bound == (kube::TokenWish::Bound{"Pod", "front-0"}));
    }

    void aTokenIsHiddenUntilSomebodyAsks()
    {
        open();
        ask();
        QVERIFY(!button("Create the token")->isEnabled());      // not twice
        give();
        QVERIFY(!showsToken());
        named<QAbstractButton>(QStringLiteral("Copy the value of the token"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(token));
        QVERIFY(QGuiApplication::clipboard()->mimeData()->formats().size() > 1);      // marked as a secret
        named<QAbstractButton>(QStringLiteral("Show the value of the token"))->click();
        QVERIFY(showsToken());
        named<QAbstractButton>(QStringLiteral("Hide the value of the token"))->click();
        QVERIFY(!showsToken());
        QGuiApplication::clipboard()->clear();
    }

    void whatTheTokenSaysIsShownAsPlainText()
    {
        open();
        ask();
        give();
        QCOMPARE(textOf("Subject"), QStringLiteral("system:serviceaccount:shop:front"));
        QCOMPARE(textOf("Audiences"), QStringLiteral("https://k"));
        QVERIFY(textOf("Ends").contains(QStringLiteral("2030")));
        QCOMPARE(textOf("Ends with"), QStringLiteral("Pod <b>front-0</b>"));
    }

    void aTokenThatSaysNothingCanStillBeUsed()
    {
        open();
        ask();
        give("opaque");
        QVERIFY(textOf("What it says").startsWith(QStringLiteral("not known: ")));
    }

    void refusalsKeepTheServersWordsAndNameTheRight_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("namesRight");
        QTest::newRow("403") << 403 << int(base::ErrorKind::Forbidden) << QStringLiteral("serviceaccounts \"front\" is forbidden: User \"jane\" cannot create resource \"serviceaccounts/token\"") << true;
        QTest::newRow("500") << 500 << int(base::ErrorKind::Server) << QStringLiteral("etcdserver: request timed out") << false;
        QTest::newRow("lost") << 0 << int(base::ErrorKind::Network) << QStringLiteral("connection reset by peer") << false;
    }

    void refusalsKeepTheServersWordsAndNameTheRight()
    {
        QFETCH(int, code);
        QFETCH(int, kind);
        QFETCH(QString, message);
        QFETCH(bool, namesRight);
        open();
        ask();
        QSignalSpy answered(dialog.get(), &TokenDialog::answered);
        api->last().open();
        api->last().send("{\"status\":{\"tok");
        api->last().fail(errorOf(code, base::ErrorKind(kind), message.toUtf8().constData()));
        QTRY_COMPARE(answered.size(), 1);
        QVERIFY2(dialog->state().contains(message), qPrintable(dialog->state()));
        QCOMPARE(dialog->state().contains(QStringLiteral("Missing is the right to create serviceaccounts/token of front in namespace shop.")), namesRight);
        QVERIFY(!dialog->result());
        QVERIFY(button("Create the token")->isEnabled());       // one can try again
        QCOMPARE(button("Show why the server refuses a token")->isVisible(), namesRight);
    }

    void whyItIsRefusedIsExplained()
    {
        open();
        ask();
        QSignalSpy opened(dialog.get(), &TokenDialog::openRequested);
        QSignalSpy answered(dialog.get(), &TokenDialog::answered);
        api->last().fail(errorOf(403, base::ErrorKind::Forbidden, R"(serviceaccounts "front" is forbidden: User "jane" cannot create resource "serviceaccounts/token" in API group "" in the namespace "shop")"));
        QTRY_COMPARE(answered.size(), 1);
        button("Show why the server refuses a token")->click();
        QCOMPARE(opened.size(), 1);
        const auto address = opened.front().front().value<base::Address>();
        QCOMPARE(address.place, QStringLiteral("ask"));
        QVERIFY2(address.tab.startsWith(QStringLiteral("ask:")) && address.tab.contains(QStringLiteral("cannot create resource")), qPrintable(address.tab));
        QVERIFY(!dialog->isVisible());
    }

    void anAnswerWithoutATokenIsSaid()
    {
        open();
        ask();
        api->last().answer(R"({"kind":"TokenRequest"})");
        QTRY_VERIFY(dialog->state().contains(QStringLiteral("the server answered without a token")));
        QVERIFY(!dialog->result());
    }

    void closingCancelsAndTheTokenIsGone()
    {
        open();
        ask();
        dialog.reset();
        QVERIFY(api->last().isLetGo());
        open();
        api->exchanges.clear();
        ask();
        give();
        const QPointer<TokenResult> result = dialog->result();
        dialog.reset();
        QVERIFY(!result);
    }

    void changingTheWishForgetsTheQuestion()
    {
        open();
        ask();
        named<QLineEdit>(QStringLiteral("Audiences"))->setText(QStringLiteral("vault"));
        QVERIFY(api->last().isLetGo());
        QVERIFY(button("Create the token")->isEnabled());
    }

    void aReadOnlyClusterIsNotAsked()
    {
        refusal = QStringLiteral("The cluster is marked read-only");
        open();
        QVERIFY(!confirmation()->isEnabled() && !button("Create the token")->isEnabled());
        QVERIFY(dialog->state().contains(refusal));
    }

    void aClusterThatBecomesReadOnlyIsNotAskedEither()
    {
        open();
        confirmation()->click();
        refusal = QStringLiteral("The cluster is marked read-only");
        button("Create the token")->click();
        QCOMPARE(api->count(), std::size_t(0));
        QVERIFY(dialog->state().contains(refusal));
    }

    void theKubeconfigIsANewFileForOneReader()
    {
        open();
        ask();
        give();
        named<QCheckBox>(QStringLiteral("Add to the catalog"))->click();
        const QString path = folder.filePath(QStringLiteral("config-front"));
        QSignalSpy saved(dialog->result(), &TokenResult::saved);
        dialog->result()->saveAs(path);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);
        QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        QCOMPARE(added, std::vector<std::string>{path.toStdString()});
        const auto config = kube::loadKubeConfigFile(path.toStdString(), kube::KubeFiles::system());
        QVERIFY(config.has_value());
        QCOMPARE(config->users.front().token.reveal(), token);
        QCOMPARE(config->contexts.front().namespaceName, std::string("shop"));
    }

    void nothingIsEverWrittenOver()
    {
        open();
        ask();
        give();
        const QString path = folder.filePath(QStringLiteral("precious"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        dialog->result()->saveAs(path);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->result()->saveState().contains(QStringLiteral("nothing is overwritten")), patience);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
        QVERIFY(added.empty());
    }
};

QTEST_MAIN(TokenDialogTest)
#include "TokenDialogTest.moc"
