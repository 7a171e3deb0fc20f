#include "models/text/Percent.h"

#include <QString>
#include <QTest>

/// Pieces of URLs.
class PercentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapesBecomeBytes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("inPath");
        QTest::addColumn<QString>("inQuery");
        QTest::newRow("plain") << "pods" << "pods" << "pods";
        QTest::newRow("a slash") << "a%2Fb%2fc" << "a/b/c" << "a/b/c";
        QTest::newRow("a plus") << "a+b%2B" << "a+b+" << "a b+";
        QTest::newRow("no escape") << "100%" << "100%" << "100%";
        QTest::newRow("half an escape") << "%2" << "%2" << "%2";
        QTest::newRow("no digits") << "%zz%4" << "%zz%4" << "%zz%4";
        QTest::newRow("letters of others") << "%ED%95%9C" << QString::fromUtf8("한") << QString::fromUtf8("한");
        QTest::newRow("nothing") << "" << "" << "";
    }

    void escapesBecomeBytes()
    {
        QFETCH(QString, text);
        QFETCH(QString, inPath);
        QFETCH(QString, inQuery);
        QCOMPARE(QString::fromStdString(text::percentDecoded(text.toStdString(), false)), inPath);
        QCOMPARE(QString::fromStdString(text::percentDecoded(text.toStdString(), true)), inQuery);
    }
};

QTEST_APPLESS_MAIN(PercentTest)
#include "PercentTest.moc"
