#include "tests/fault/window/SmallApi.h"
#include "tests/fault/window/Window.h"

#include <QAccessible>
#include <QPlainTextEdit>

using fault::SmallApi;
using fault::Window;

namespace {

/// What has frozen and fooled programs like this one: nested tables, pictures of other machines, escapes, text that turns around.
std::string hostile()
{
    std::string text;
    for (int i = 0; i < 18; ++i)
        text += "<table><tr><td>";
    return text + R"(<img src='//host.invalid/x.png'>\u001b[2J\u001b]0;x\u0007\u202egnp.exe\u2066\u200b\u0000%1%2&amp;)";
}

QString offence(const QString &text)
{
    for (const QChar each : text) {
        const ushort code = each.unicode();
        const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || (code >= 0x200B && code <= 0x200F) || code == 0xFEFF;
        const bool controls = (code < 0x20 && each != u'\n' && each != u'\t') || (code >= 0x7F && code < 0xA0);
        if (turns || controls)
            return QStringLiteral("U+%1 in %2").arg(QString::number(code, 16), text.left(80));
    }
    return {};
}

/// Everything that a screen reader would say of it, and everything on it that is no plain text.
QStringList offences(QWidget *root)
{
    QStringList found;
    const std::function<void(QAccessibleInterface *)> walk = [&](QAccessibleInterface *at) {
        if (!at || !at->isValid())
            return;
        for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help}) {
            if (const QString bad = offence(at->text(kind)); !bad.isEmpty())
                found << bad;
        }
        for (int child = 0; child < at->childCount(); ++child)
            walk(at->child(child));
    };
    walk(QAccessible::queryAccessibleInterface(root));
    for (const auto *label : root->findChildren<QLabel *>()) {
        if (label->textFormat() != Qt::PlainText)
            found << QStringLiteral("a label reads markup: ") + label->text().left(80);
        if (const QString bad = offence(label->text()); !bad.isEmpty())
            found << bad;
    }
    for (const auto *widget : root->findChildren<QWidget *>()) {
        if (Qt::mightBeRichText(widget->toolTip()) && !widget->toolTip().startsWith(QStringLiteral("<p style")) && widget->toolTip().contains(QStringLiteral("<img")))
            found << QStringLiteral("a tool tip reads markup: ") + widget->toolTip().left(80);
    }
    found.removeDuplicates();
    return found;
}

} // namespace

/// A server that puts hostile text into every field: it changes nothing but the text.
class HostileTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NO_PROXY", "*"); }

    void everyPageShowsItAsText_data();
    void everyPageShowsItAsText();
};

void HostileTextTest::everyPageShowsItAsText_data()
{
    QTest::addColumn<QString>("tab");
    for (const char *tab : {"", "#details", "#yaml", "#events"})
        QTest::newRow(*tab ? tab : "the table") << QString::fromLatin1(tab);
}

void HostileTextTest::everyPageShowsItAsText()
{
    QFETCH(QString, tab);
    const std::string text = hostile(), megabyte(1 << 20, 'x');
    SmallApi api;
    const std::string object = R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":"web","namespace":"default","uid":"1","resourceVersion":"5","labels":{"a":")" + text
        + R"("},"annotations":{"a":")" + text + R"(","b":")" + megabyte + R"("},"ownerReferences":[{"kind":")" + text + R"(","name":")" + text
        + R"(","apiVersion":"x/v1","controller":true}]},"spec":{"nodeName":")" + text + R"(","serviceAccountName":")" + text + R"(","containers":[{"name":")" + text
        + R"(","image":")" + text + R"(","env":[{"name":")" + text + R"(","value":")" + text + R"("}]}]},"status":{"phase":")" + text + R"(","reason":")" + text
        + R"(","message":")" + text + R"(","conditions":[{"type":")" + text + R"(","status":"False","message":")" + text + "\"}]}}";
    api.server.answer(SmallApi::Initial, SmallApi::stream().send(SmallApi::whole({object})).hold());
    api.server.answer(SmallApi::Initial, SmallApi::stream().send(SmallApi::whole({object})).hold());
    api.server.answer("/api/v1/namespaces/default/pods?watch=1", SmallApi::stream().send(SmallApi::whole({object})).hold());
    const std::string event = R"({"kind":"Event","apiVersion":"v1","metadata":{"name":"e","uid":"2","resourceVersion":"6"},"involvedObject":{"uid":"1"},"type":")" + text
        + R"(","reason":")" + text + R"(","message":")" + text + megabyte + R"(","source":{"component":")" + text + "\"}}";
    api.server.answer("/api/v1/namespaces/default/events?watch=1", SmallApi::stream().send(SmallApi::whole({event})).hold());

    Window window;
    cluster::ConnectedCluster *cluster = window.open(fault::kubeConfig("demo", api.server.url()));
    QVERIFY(cluster);
    table::TablePage *pods = window.table();
    QVERIFY(pods);
    TRY_SHOWN(pods, Window::isLive(pods));
    if (!tab.isEmpty()) {
        window.window().showCluster(cluster, *base::Address::parse(QStringLiteral("pods/default/web") + tab));
        QTRY_VERIFY_WITH_TIMEOUT(window.window().isSettled(), fault::patience);
    }
    QCoreApplication::processEvents();
    // The catalog is not looked at: it puts places to break a line into long paths itself.
    const QStringList found = offences(window.pane());
    QVERIFY2(found.isEmpty(), qPrintable(found.mid(0, 5).join(u'\n')));
    QVERIFY(!window.window().grab().isNull());
    QCOMPARE(Window::dialogs(), 0);
}

QTEST_MAIN(HostileTextTest)
#include "HostileTextTest.moc"
