#include "Cases.h"

#include "models/diagnosis/Rules.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <set>

/// Each rule on objects of a real server, or on objects as the API gives them: what a person is told, word for word.
class RulesTest : public QObject
{
    Q_OBJECT

    static text::Value casesOf(const std::string &file)
    {
        const auto list = text::parseYaml(cases::fileOf(file));
        return list ? *list : text::Value();
    }
    static std::vector<std::string> files()
    {
        std::vector<std::string> names;
        for (const auto &entry : std::filesystem::directory_iterator(folders::source("tests/data/diagnosis"))) {
            if (entry.path().extension() == ".yaml")
                names.push_back(entry.path().filename().string());
        }
        std::ranges::sort(names);
        return names;
    }
    static std::vector<text::Value> all()
    {
        std::vector<text::Value> cases;
        for (const std::string &file : files()) {
            const text::Value list = casesOf(file);
            cases.insert(cases.end(), list.items().begin(), list.items().end());
        }
        return cases;
    }

private Q_SLOTS:
    void aCaseIsToldSo_data();
    void aCaseIsToldSo();
    void everyRuleIsProvenByACase();
    void ofEveryKindAnObjectThatIsWellIsAmongTheCases();
    void noRuleHasTheNameOfAnother();
    void theSameEvidenceGivesTheSameFindings();
    void everyFindingHasEvidenceAndEveryGraveOneANextStepOrWords();
    void eventsThatARuleExplainedAreNotToldAgain();
};

void RulesTest::aCaseIsToldSo_data()
{
    QTest::addColumn<std::string>("file");
    QTest::addColumn<int>("index");
    for (const std::string &file : files()) {
        const text::Value list = casesOf(file);
        QVERIFY2(!list.items().empty(), file.c_str());
        for (std::size_t i = 0; i < list.items().size(); ++i)
            QTest::addRow("%s: %s", file.c_str(), list.items()[i]["case"].text().c_str()) << file << static_cast<int>(i);
    }
}

void RulesTest::aCaseIsToldSo()
{
    QFETCH(std::string, file);
    QFETCH(int, index);
    const text::Value list = casesOf(file);
    const text::Value &each = list.items()[static_cast<std::size_t>(index)];
    const diagnosis::Evidence evidence = cases::evidenceOf(each);
    QVERIFY(evidence.object->isMap());

    const std::string told = cases::say(diagnosis::findings(evidence), evidence.now);
    QVERIFY2(told == each["told"].text(), ("told instead:\n" + told).c_str());
}

void RulesTest::everyRuleIsProvenByACase()
{
    std::set<std::string_view> proven;
    for (const text::Value &each : all()) {
        for (const diagnosis::Finding &finding : diagnosis::findings(cases::evidenceOf(each)))
            proven.insert(finding.rule);
    }
    for (const std::string_view rule : diagnosis::ruleNames())
        QVERIFY2(proven.contains(rule), std::string(rule).c_str());
}

void RulesTest::ofEveryKindAnObjectThatIsWellIsAmongTheCases()
{
    std::set<std::string> silent;
    const text::Value cases = casesOf("healthy.yaml");
    for (const text::Value &each : cases.items()) {
        QVERIFY2(each["told"].text().empty(), each["case"].text().c_str());
        silent.insert(each["object"]["kind"].text() + '.' + std::string(detail::groupOf(each["object"]["apiVersion"].text())));
    }
    for (const auto rules : {diagnosis::containerRules(), diagnosis::podRules(), diagnosis::workloadRules(), diagnosis::jobRules(), diagnosis::scalingRules(),
                             diagnosis::nodeRules(), diagnosis::storageRules(), diagnosis::networkRules(), diagnosis::deletionRules(), diagnosis::otherRules()}) {
        for (const diagnosis::Rule &rule : rules) {
            for (const QString &kind : QString::fromUtf8(rule.kinds.data(), qsizetype(rule.kinds.size())).split(u' ', Qt::SkipEmptyParts))
                QVERIFY2(silent.contains(kind.toStdString()), qPrintable(kind));
        }
    }
}

void RulesTest::noRuleHasTheNameOfAnother()
{
    const auto names = diagnosis::ruleNames();
    QCOMPARE(std::set<std::string_view>(names.begin(), names.end()).size(), names.size());
}

void RulesTest::theSameEvidenceGivesTheSameFindings()
{
    for (const text::Value &each : all()) {
        const diagnosis::Evidence evidence = cases::evidenceOf(each);
        QVERIFY(diagnosis::findings(evidence) == diagnosis::findings(cases::evidenceOf(each)));
        QCOMPARE(diagnosis::diagnose(evidence).size(), diagnosis::findings(evidence).size());
    }
}

void RulesTest::everyFindingHasEvidenceAndEveryGraveOneANextStepOrWords()
{
    for (const text::Value &each : all()) {
        for (const diagnosis::Finding &finding : diagnosis::findings(cases::evidenceOf(each))) {
            QVERIFY2(!finding.notice.evidence.empty(), each["case"].text().c_str());
            if (finding.notice.tone == detail::Tone::Error)
                QVERIFY2(!finding.notice.next.empty() || !finding.notice.words.empty(), each["case"].text().c_str());
        }
    }
}

void RulesTest::eventsThatARuleExplainedAreNotToldAgain()
{
    for (const text::Value &each : all()) {
        std::set<std::string> seen;
        const diagnosis::Evidence evidence = cases::evidenceOf(each);
        for (const diagnosis::Finding &finding : diagnosis::findings(evidence)) {
            for (const detail::Line &line : finding.notice.evidence) {
                if (cases::say({line.front()}, evidence.now) == "event")
                    QVERIFY2(seen.insert(cases::say(line, evidence.now)).second, each["case"].text().c_str());
            }
        }
    }
}

QTEST_APPLESS_MAIN(RulesTest)
#include "RulesTest.moc"
