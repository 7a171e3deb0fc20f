#include "widgets/base/PlainCells.h"

#include <QApplication>
#include <QFontMetrics>
#include <QTest>

/// Text in the cells of a small table, in less room than it wishes.
class PlainCellsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShortenedTextIsNeverWiderThanItsRoom()
    {
        const QString text = QStringLiteral("main 컨테이너에는 ephemeral-storage 제한이 없습니다; 노드 kube-server는 Pod에 98172456Ki를 줄 수 있습니다; 1Gi로 나눔: 91.43; 올림: 92");
        QFont font = QApplication::font();
        for (const int pixels : {11, 12, 13, 16}) {
            font.setPixelSize(pixels);
            const QFontMetrics metrics(font);
            for (int width = 60; width < 700; ++width) {
                const QString shown = base::PlainCells::fitted(text, metrics, Qt::ElideMiddle, width);
                QVERIFY2(metrics.horizontalAdvance(shown) <= width, qPrintable(QStringLiteral("%1 px: %2").arg(width).arg(shown)));
                QCOMPARE(shown.contains(u'…'), metrics.horizontalAdvance(text) > width);
            }
        }
    }

    void whatHasRoomIsWhole()
    {
        const QFontMetrics metrics(QApplication::font());
        QCOMPARE(base::PlainCells::fitted(QStringLiteral("올림: 92"), metrics, Qt::ElideMiddle, 400), QStringLiteral("올림: 92"));
    }
};

QTEST_MAIN(PlainCellsTest)
#include "PlainCellsTest.moc"
