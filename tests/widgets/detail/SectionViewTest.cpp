#include "models/detail/Parts.h"
#include "widgets/base/TextLabel.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/CellView.h"
#include "widgets/detail/FlowLayout.h"
#include "widgets/detail/LinkButton.h"
#include "widgets/detail/NoticeView.h"
#include "widgets/detail/SecretText.h"
#include "widgets/detail/SectionView.h"
#include "widgets/detail/SummaryView.h"

#include <QAccessible>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTest>

namespace {

detail::Section ruleSection()
{
    detail::Section section{detail::verbatim("Rules"), {}};
    section.table = detail::tableOf({"Verbs", "Resources", "API groups"});
    std::string resources;
    for (int i = 0; i < 60; ++i)
        resources += "replicationcontrollers/scale, ";
    section.table->rows.push_back({{detail::textPart("get, watch")}, {detail::textPart(resources)}, {detail::textPart("core, apps")}});
    return section;
}

} // namespace

class SectionViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }
    void narrowColumnsKeepTheirRoomBesideALongOne();
    void aLineWishesRoomForAllItsParts();
    void cellsOfATableRowStandOnOneBaseline();
    void everyAgeTellsItsLocalTime();
    void textsOfALineStandOnOneBaseline_data();
    void textsOfALineStandOnOneBaseline();
    void aSecretIsSeenOnlyWhenAskedForAndHidesAgain();
    void aCopiedSecretIsMarkedAndLeavesTheClipboard();
    void whatIsCopiedOutOfAShownSecretIsMarkedToo_data();
    void whatIsCopiedOutOfAShownSecretIsMarkedToo();
    void sectionsOfOneTitleAreShownEach();
};

void SectionViewTest::narrowColumnsKeepTheirRoomBesideALongOne()
{
    detail::SectionView view({[](const detail::Reference &) { return std::optional<base::Address>(); }});
    view.setSection(ruleSection());
    view.resize(600, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto cells = view.findChildren<detail::CellView *>();
    QCOMPARE(cells.size(), 3);
    QVERIFY(cells[1]->sizeHint().width() > view.width());
    for (const int narrow : {0, 2})
        QVERIFY(cells[narrow]->width() >= cells[narrow]->sizeHint().width());
    QVERIFY(cells[2]->geometry().right() < view.width());
}

void SectionViewTest::cellsOfATableRowStandOnOneBaseline()
{
    detail::Section section{detail::verbatim("Pods"), {}};
    section.table = detail::tableOf({"Address", "\xEC\x83\x81\xED\x83\x9C"});
    section.table->rows.push_back({{detail::machinePart("10.0.0.1")}, {detail::textPart("\xEC\xA4\x80\xEB\xB9\x84\xEB\x90\xA8", detail::Tone::Ok)}});
    detail::SectionView view({[](const detail::Reference &) { return std::optional<base::Address>(); }});
    view.setSection(section);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSet<int> baselines;
    for (const detail::CellView *cell : view.findChildren<detail::CellView *>()) {
        const auto *text = cell->findChild<base::TextLabel *>();
        baselines.insert(text->mapTo(&view, QPoint(0, text->baseline())).y());
    }
    QCOMPARE(baselines.size(), 1);
    baselines.clear();
    for (const auto *text : view.findChildren<base::TextLabel *>(Qt::FindDirectChildrenOnly)) {
        if (text->text() != QStringLiteral("Pods"))
            baselines.insert(text->mapTo(&view, QPoint(0, text->baseline())).y());
    }
    QCOMPARE(baselines.size(), 1);
}

/// In rows, in tables, and in what is said of a finding.
void SectionViewTest::everyAgeTellsItsLocalTime()
{
    const std::int64_t then = 1'700'000'000;
    const QString moment = QLocale().toString(QDateTime::fromSecsSinceEpoch(then), QLocale::LongFormat);
    const detail::Part age = detail::wordsPart(detail::Phrase("%1 ago", {detail::Argument::age(then)}));
    detail::Section section{detail::verbatim("Object"), {}};
    detail::addRow(section, "Created", age);
    section.table = detail::tableOf({"Condition", "Since"});
    section.table->rows.push_back({{detail::textPart("Ready")}, {age}});
    const detail::Notice notice{detail::Tone::Error, detail::verbatim("Lost"), {detail::Phrase("Nothing was heard for %1.", {detail::Argument::age(then)})}, {}, {{age}}, {{age}}};
    const detail::Surroundings nowhere{[](const detail::Reference &) { return std::optional<base::Address>(); }};
    detail::SectionView view(nowhere);
    view.setSection(section);
    const detail::NoticeView told(notice, nowhere);
    int ages = 0;
    for (const QWidget *each : std::initializer_list<const QWidget *>{&view, &told}) {
        for (const base::TextLabel *label : each->findChildren<base::TextLabel *>()) {
            if (!label->text().endsWith(QStringLiteral(" ago")) && !label->text().startsWith(QStringLiteral("Nothing was heard")))
                continue;
            ++ages;
            QVERIFY2(label->toolTip().contains(moment), qPrintable(label->text() + QStringLiteral(": ") + label->toolTip()));
        }
    }
    QCOMPARE(ages, 5);
}

void SectionViewTest::aLineWishesRoomForAllItsParts()
{
    QWidget line;
    auto *flow = new detail::FlowLayout(8, &line);
    int height = 0;
    for (int i = 0; i < 3; ++i) {
        auto *part = new QWidget;
        part->setFixedSize(50, 20);
        height = part->height();
        flow->addWidget(part);
    }
    QCOMPARE(flow->sizeHint(), QSize(3 * 50 + 2 * 8, height));
    QCOMPARE(flow->heightForWidth(flow->sizeHint().width()), height);
    QCOMPARE(flow->heightForWidth(flow->sizeHint().width() - 1), 2 * height);
}

void SectionViewTest::textsOfALineStandOnOneBaseline_data()
{
    QTest::addColumn<QString>("label");
    QTest::newRow("English") << QStringLiteral("Image");
    QTest::newRow("Korean") << QStringLiteral("이미지");
}

void SectionViewTest::textsOfALineStandOnOneBaseline()
{
    QFETCH(QString, label);
    detail::Part machine = detail::textPart("registry.k8s.io/pause");
    machine.isMachine = true;
    const detail::Section section{detail::verbatim("Container"), {{detail::verbatim(label.toStdString()), {{machine, detail::textPart("for 3d")}}}}};
    detail::SectionView view({[](const detail::Reference &) { return std::optional<base::Address>(); }});
    view.setSection(section);
    view.resize(600, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSet<int> baselines;
    for (const base::TextLabel *text : view.findChildren<base::TextLabel *>()) {
        if (text->text() != QStringLiteral("Container"))
            baselines.insert(text->mapTo(&view, QPoint(0, text->baseline())).y());
    }
    QCOMPARE(baselines.size(), 1);
}

namespace {

/// What anybody could read of it: texts, names, descriptions and tips.
QString readable(const QWidget &widget)
{
    QStringList all;
    for (const QWidget *each : widget.findChildren<QWidget *>()) {
        all << each->accessibleName() << each->accessibleDescription() << each->toolTip();
        if (const auto *label = dynamic_cast<const base::TextLabel *>(each))
            all << label->text();
        if (const auto *edit = dynamic_cast<const QPlainTextEdit *>(each))
            all << edit->toPlainText();
        if (const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(each)))
            all << interface->text(QAccessible::Name) << interface->text(QAccessible::Value) << interface->text(QAccessible::Description);
    }
    return all.join(u'\n');
}

detail::LinkButton *button(const QWidget &widget, const QString &words)
{
    for (auto *each : widget.findChildren<detail::LinkButton *>()) {
        if (each->accessibleName().startsWith(words))
            return each;
    }
    return nullptr;
}

constexpr const char *hint = "x-kde-passwordManagerHint";

} // namespace

void SectionViewTest::aSecretIsSeenOnlyWhenAskedForAndHidesAgain()
{
    for (const std::string &value : {std::string("canary-value"), "canary-value " + std::string(1000, 'x')}) {
        detail::SecretText secret(value, QStringLiteral("password"), nullptr, std::chrono::milliseconds(1));
        secret.show();
        QVERIFY(!readable(secret).contains(QStringLiteral("canary")));
        button(secret, QStringLiteral("Show the value"))->click();
        QVERIFY(secret.isShown() && readable(secret).contains(QStringLiteral("canary-value")));
        QTRY_VERIFY(!secret.isShown());
        QVERIFY(!readable(secret).contains(QStringLiteral("canary")));
    }
}

void SectionViewTest::aCopiedSecretIsMarkedAndLeavesTheClipboard()
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    base::copySecret(QStringLiteral("canary"), std::chrono::milliseconds(1));
    QCOMPARE(clipboard->text(), QStringLiteral("canary"));
    QCOMPARE(clipboard->mimeData()->data(QString::fromLatin1(hint)), QByteArray("secret"));
    QVERIFY(clipboard->mimeData()->hasFormat(QStringLiteral("application/x-nspasteboard-concealed-type")));
    for (const char *format : {"ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory", "CanUploadToCloudClipboard"})
        QVERIFY2(clipboard->mimeData()->hasFormat(QStringLiteral("application/x-qt-windows-mime;value=\"%1\"").arg(QLatin1String(format))), format);
    QTRY_VERIFY(clipboard->text().isEmpty());
    base::copySecret(QStringLiteral("canary"), std::chrono::milliseconds(1));
    clipboard->setText(QStringLiteral("something else"));
    QTRY_VERIFY(clipboard->findChildren<QTimer *>().isEmpty());
    QCOMPARE(clipboard->text(), QStringLiteral("something else"));
}

void SectionViewTest::whatIsCopiedOutOfAShownSecretIsMarkedToo_data()
{
    QTest::addColumn<std::string>("value");
    QTest::addRow("a short one") << std::string("canary-value");
    QTest::addRow("a long one") << "canary-value " + std::string(1000, 'x');
}

void SectionViewTest::whatIsCopiedOutOfAShownSecretIsMarkedToo()
{
    QFETCH(std::string, value);
    detail::SecretText secret(value, QStringLiteral("password"));
    secret.resize(400, 300);
    secret.show();
    button(secret, QStringLiteral("Show the value"))->click();
    if (auto *all = button(secret, QStringLiteral("Show all"))) {
        all->click();
        auto *whole = secret.findChild<QPlainTextEdit *>();
        whole->selectAll();
        whole->copy();
    } else {
        for (auto *label : secret.findChildren<base::TextLabel *>()) {
            if (label->text() != QString::fromStdString(value))
                continue;
            QTest::mouseDClick(label, Qt::LeftButton);
            QTest::keyClick(label, Qt::Key_C, Qt::ControlModifier);
        }
    }
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    QVERIFY(copied->text().contains(QStringLiteral("canary-value")));
    QCOMPARE(copied->data(QString::fromLatin1(hint)), QByteArray("secret"));
}

/// A server can name two containers alike.
void SectionViewTest::sectionsOfOneTitleAreShownEach()
{
    detail::SummaryView view({[](const detail::Reference &) { return std::optional<base::Address>(); }});
    const auto summaryOf = [](std::initializer_list<const char *> values) {
        detail::Summary summary;
        for (const char *value : values) {
            detail::Section section{detail::verbatim("same"), {}};
            detail::addRow(section, "Image", detail::textPart(value));
            detail::addSection(summary, std::move(section));
        }
        return summary;
    };
    const auto shown = [&view] {
        QStringList values;
        for (const detail::SectionView *section : view.findChildren<detail::SectionView *>())
            values << QString::fromStdString(section->section().rows[0].lines[0][0].phrase.arguments[0].text);
        return values;
    };
    view.setSummary(summaryOf({"a", "b"}));
    view.setSummary(summaryOf({"a", "c"}));
    QCOMPARE(shown(), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
    view.setSummary({});
    QVERIFY(shown().isEmpty());
}

QTEST_MAIN(SectionViewTest)
#include "SectionViewTest.moc"
