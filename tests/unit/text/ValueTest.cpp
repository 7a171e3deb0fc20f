#include "models/text/Value.h"

#include <QTest>

using text::Value;

/// The tree that JSON and YAML share.
class ValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNumberIsAnIntegerOnlyWhenItIsWholeAndFits_data()
    {
        QTest::addColumn<QString>("spelling");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("zero") << "0" << qint64(0);
        QTest::newRow("negative") << "-12" << qint64(-12);
        QTest::newRow("largest") << "9223372036854775807" << qint64(INT64_MAX);
        QTest::newRow("smallest") << "-9223372036854775808" << qint64(INT64_MIN);
        QTest::newRow("one too large") << "9223372036854775808" << qint64(-7);
        QTest::newRow("whole with a point") << "5.0" << qint64(5);
        QTest::newRow("whole with an exponent") << "1.2e3" << qint64(1200);
        QTest::newRow("not whole") << "1.5" << qint64(-7);
        QTest::newRow("beyond 64 bits by exponent") << "1e19" << qint64(-7);
        QTest::newRow("beyond a double") << "1e400" << qint64(-7);
    }

    void aNumberIsAnIntegerOnlyWhenItIsWholeAndFits()
    {
        QFETCH(QString, spelling);
        QFETCH(qint64, expected);
        QCOMPARE(qint64(Value::number(spelling.toStdString()).asInteger(-7)), expected);
    }

    void whatIsNotANumberGivesTheFallback()
    {
        QCOMPARE(qint64(Value::string("5").asInteger(3)), qint64(3));
        QCOMPARE(qint64(Value().asInteger(3)), qint64(3));
    }

    void ofARepeatedKeyTheLastOneCounts()
    {
        Value value = Value::map({{"a", Value::number(1), 0}, {"b", Value(), 0}, {"a", Value::number(2), 0}});
        QCOMPARE(value["a"].text(), std::string("2"));
        value.set("a", Value::number(3));
        QCOMPARE(value.members().size(), std::size_t(3));
        QCOMPARE(value.members()[0].value.text(), std::string("1"));
        QCOMPARE(value["a"].text(), std::string("3"));
    }

    void aPathThatIsNotThereIsNull()
    {
        const Value value = Value::map({{"a", Value::string("x"), 0}});
        QVERIFY(value["b"]["c"]["d"].isNull());
        QVERIFY(value["a"]["b"].isNull());
        QVERIFY(value.find("b") == nullptr);
    }

    void settingAppendsAKeyThatIsNew()
    {
        Value value;
        value.set("x", Value::boolean(true));
        QVERIFY(value.isMap());
        QVERIFY(value["x"].asBoolean());
    }

    void placesDoNotCountForEquality()
    {
        Value left = Value::list({Value::string("a")});
        Value right = left;
        right.setPlace(3, 4);
        right.items()[0].setPlace(5, 6);
        QVERIFY(left == right);
        right.items()[0] = Value::string("b");
        QVERIFY(!(left == right));
        QVERIFY(!(Value::string("1") == Value::number("1")));
        QVERIFY(!(Value::boolean(false) == Value()));
    }
};

QTEST_APPLESS_MAIN(ValueTest)
#include "ValueTest.moc"
