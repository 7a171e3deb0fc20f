#include "widgets/base/TextLabel.h"

#include <QTest>

using base::Meaning;
using base::TextLabel;
using base::Theme;

/// Text that breaks wherever it must.
class TextLabelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeItHasWordsItHasASize()
    {
        const TextLabel label(Meaning::Text, Theme::instance().bodyFont());
        QVERIFY(label.sizeHint().height() > 0 && label.sizeHint().width() >= 0);
        QVERIFY(label.minimumSizeHint().width() >= 0);
        for (const int width : {-20, 0, 1, 300})
            QVERIFY2(label.heightForWidth(width) > 0, qPrintable(QString::number(width)));
    }

    void linesOfTwoScriptsAreEquallyFarApart()
    {
        TextLabel label(Meaning::Text, Theme::instance().bodyFont());
        const auto heightOf = [&label](const char *text) {
            label.show(std::string(text));
            return label.heightForWidth(400);
        };
        const int both = heightOf("가장 가까운 것\nRoleBinding");
        QCOMPARE(heightOf("RoleBinding\nRole\nRoleBinding\n가장 가까운 것"), 2 * both);
        QCOMPARE(heightOf("RoleBinding\n가장 가까운 것"), both);
        const int first = label.baseline();
        label.show(std::string("가장 가까운 것\nRoleBinding"));
        QCOMPARE(label.baseline(), first);
    }

    void whatItIsStaysWhenItsWordsChange()
    {
        TextLabel label(Meaning::Text, Theme::instance().bodyFont());
        label.setAccessibleDescription(QStringLiteral("Why"));
        label.show(std::string("because"));
        QCOMPARE(label.accessibleName(), QStringLiteral("because"));
        QCOMPARE(label.accessibleDescription(), QStringLiteral("Why"));
        label.show(std::string());
        QCOMPARE(label.focusPolicy(), Qt::NoFocus);
        QCOMPARE(label.accessibleDescription(), QStringLiteral("Why"));
    }
};

QTEST_MAIN(TextLabelTest)
#include "TextLabelTest.moc"
