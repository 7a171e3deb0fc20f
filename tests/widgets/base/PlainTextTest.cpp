#include "widgets/base/CutLabel.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"

#include <QAbstractButton>
#include <QtTest>

class PlainTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markupStaysText()
    {
        base::PlainLabel label;
        label.show(QStringLiteral("<b>bold</b><img src=x>"));
        QCOMPARE(label.text(), QStringLiteral("<b>bold</b><img src=x>"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QVERIFY(base::plainToolTip(QStringLiteral("<img src=x>")).contains(QStringLiteral("&lt;img")));
        QCOMPARE(base::buttonText(QStringLiteral("a & b")), QStringLiteral("a && b"));
    }

    void whatTurnsOrHidesTextBecomesVisible()
    {
        QVERIFY(!base::oneLine(QStringLiteral("a\u202Eb")).contains(QChar(0x202e)));
        QVERIFY(!base::oneLine(QStringLiteral("a\x1b[31mb")).contains(QChar(0x1b)));
        QCOMPARE(base::oneLine(QStringLiteral("a\nb\tc")), QStringLiteral("a b c"));
    }

    void aMegabyteIsCutAndSaysHowLongItIs()
    {
        const QString shown = base::oneLine(std::string(1'000'000, 'x'));
        QVERIFY(shown.size() < base::LongestShown + 60);
        QVERIFY(shown.contains(QStringLiteral("1000000")));
        const QString korean = base::oneLine(QString(700'000, QChar(0xac00)).toStdString());
        QVERIFY(!korean.contains(QChar(0xfffd)));
    }

    void onlyALabelWithWordsTakesTheFocus()
    {
        base::PlainLabel label;
        QCOMPARE(label.focusPolicy(), Qt::NoFocus);
        label.show(QStringLiteral("words"));
        QCOMPARE(label.focusPolicy(), Qt::ClickFocus);
        label.show({});
        QCOMPARE(label.focusPolicy(), Qt::NoFocus);
    }

    void aNoticeOffersItsNextStep()
    {
        base::StateNotice notice(base::StateNotice::Form::Centered);
        int pressed = 0;
        notice.tell(base::Meaning::Error, QStringLiteral("<b>Pods</b> may not be listed"), QStringLiteral("pods is forbidden"), {{QStringLiteral("Try again now"), [&] { ++pressed; }}});
        QCOMPARE(notice.accessibleName(), QStringLiteral("<b>Pods</b> may not be listed"));
        auto *button = notice.findChild<QAbstractButton *>();
        QVERIFY(button);
        QVERIFY(!button->accessibleName().isEmpty());
        button->click();
        QCOMPARE(pressed, 1);
        notice.tell(base::Meaning::Error, QStringLiteral("Pods"), QStringLiteral("still forbidden"), {{QStringLiteral("Try again now"), [&] { pressed += 10; }}});
        QCOMPARE(notice.findChild<QAbstractButton *>(), button);
        button->click();
        QCOMPARE(pressed, 11);
    }

    void aLineThatANarrowWindowCutsEndsInAnEllipsis()
    {
        const QString whole = QStringLiteral("Pods: 1 · Groups: 3 · Bindings: 5 · Roles: 5");
        base::CutLabel label, cut;
        label.show(whole);
        QCOMPARE(label.minimumSizeHint().width(), 1);
        label.resize(120, 24);
        cut.show(label.fontMetrics().elidedText(whole, Qt::ElideRight, label.width()));
        cut.resize(label.size());
        QVERIFY(cut.text().endsWith(QStringLiteral("…")));
        QCOMPARE(label.grab().toImage(), cut.grab().toImage());
        QCOMPARE(label.text(), whole);
        label.resize(label.sizeHint());
        QVERIFY(label.grab().toImage() != cut.grab().toImage());
    }
};

QTEST_MAIN(PlainTextTest)

#include "PlainTextTest.moc"
