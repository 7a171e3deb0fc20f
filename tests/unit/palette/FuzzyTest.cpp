#include "models/palette/Fuzzy.h"

#include <QTest>

#include <algorithm>

namespace {

std::optional<palette::Fit> fitOf(const QString &typed, const QString &text)
{
    return palette::Wish(typed.toStdU16String()).fit(palette::Findable(text.toStdU16String()));
}

/// The text with what was typed in brackets: "[c]lose [p]age".
QString marked(const QString &typed, const QString &text)
{
    const auto fit = fitOf(typed, text);
    if (!fit)
        return QStringLiteral("nothing");
    QString out;
    for (int i = 0; i < text.size(); ++i)
        out += std::ranges::count(fit->places, i) ? u'[' + text.mid(i, 1) + u']' : text.mid(i, 1);
    return out.replace(QStringLiteral("]["), QString());
}

} // namespace

class FuzzyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLettersThatFitAreMarked_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *typed, const char *text, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("beginning", "pod", "Pods", "[Pod]s");
        row("whole", "pods", "Pods", "[Pods]");
        row("words' beginnings", "cp", "Close page", "[C]lose [p]age");
        row("the word rather than letters before it", "page", "Copy a page", "Copy a [page]");
        row("capitals begin words", "rs", "ReplicaSets", "[R]eplica[S]ets");
        row("neighbours rather than far letters", "and", "a nd and", "a nd [and]");
        row("several words", "page cl", "Close page", "[Cl]ose [page]");
        row("a letter is missing", "podx", "Pods", "nothing");
        row("the order counts", "dop", "Pods", "nothing");
        row("longer than the text", "podsssss", "Pods", "nothing");
        row("typed in Korean mode", "ㅔㅐㅇ", "Pods", "[Pod]s");
        row("syllables in Korean mode", "ㄴㄷㄱ퍛ㄷ", "Services", "[Service]s");
        row("syllables", "페이", "페이지 닫기", "[페이]지 닫기");
        row("a syllable half typed", "페이지 ㄷ", "페이지 닫기", "[페이지] [닫]기");
        row("the next consonant below the last", "페잊", "페이지 닫기", "[페이지] 닫기");
        row("initials", "ㅍㅇㅈ", "페이지 닫기", "[페이지] 닫기");
        row("initials of words", "ㅍㄷㄱ", "페이지 닫기", "[페]이지 [닫기]");
        row("initials that are not there", "ㅎㅎ", "페이지 닫기", "nothing");
        row("Korean typed in Latin mode", "vpdl", "페이지 닫기", "[페이]지 닫기");
        row("Latin letters inside of syllables", "pa", "테마", "nothing");
        row("mixed", "yaml ㅂㄱ", "YAML 보기", "[YAML] [보기]");
    }
    void theLettersThatFitAreMarked()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(marked(typed, text), expected);
    }

    void theBetterFitHasTheHigherScore_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        const auto row = [](const char *typed, const char *better, const char *worse) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(better) << QString::fromLatin1(worse);
        };
        row("pods", "Pods", "PodDisruptionBudgets");
        row("po", "Pods", "Endpoints");
        row("theme", "Theme: dark", "Show them all here");
        row("rb", "RoleBindings", "Or be");
        row("node", "Nodes", "No one decides");
    }
    void theBetterFitHasTheHigherScore()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        const auto one = fitOf(typed, better), other = fitOf(typed, worse);
        QVERIFY(one && other);
        QVERIFY2(one->score > other->score, qPrintable(QStringLiteral("%1 <= %2").arg(one->score).arg(other->score)));
    }

    void nothingTypedFitsEverything()
    {
        QVERIFY(palette::Wish(u"  ").isEmpty());
        QCOMPARE(marked({}, QStringLiteral("Pods")), QStringLiteral("Pods"));
    }

    void whatIsVeryLongIsCut()
    {
        const QString text(100'000, u'a');
        QVERIFY(fitOf(QString(1000, u'a'), text));
    }
};

QTEST_APPLESS_MAIN(FuzzyTest)
#include "FuzzyTest.moc"
