#include "models/rbac/RiskExport.h"
#include "models/rbac/RiskList.h"

#include "models/kube/BuiltinCatalog.h"
#include "models/text/Csv.h"
#include "models/text/Json.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <algorithm>
#include <numeric>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;

namespace {

std::shared_ptr<const Basis> sample()
{
    Inputs inputs = samples::inputs(role("ClusterRole", "/all", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}")
                                    + role("Role", "shop/secrets", "{verbs: [get], apiGroups: [''], resources: [configmaps]}, {verbs: [get, list], apiGroups: [''], resources: [secrets], resourceNames: [tls, key]}")
                                    + role("Role", "pay/exec", "{verbs: [create], apiGroups: [''], resources: [pods/exec]}") + binding("/root", "ClusterRole/all", samples::user("ann"))
                                    + binding("shop/read", "Role/secrets", account("shop", "front")) + binding("pay/enter", "Role/exec", account("shop", "front"))
                                    + binding("/system:controller:x", "ClusterRole/all", account("kube-system", "x")));
    inputs.catalog = kube::builtinCatalog();
    return std::make_shared<const Basis>(std::move(inputs));
}

bool hasOnly(const RiskList &list, const std::function<bool(const Risk &)> &fits)
{
    for (std::size_t row = 0; row < list.rows.size(); ++row)
        if (!fits(list.risk(row)))
            return false;
    return !list.rows.empty();
}

RiskReportWords reportWords()
{
    RiskReportWords words{"Risks", {"Severity", "What", "Who", "Where", "Binding", "Role", "Rule"}, {"critical", "high", "medium", "low", "info"}, {}, "everywhere", "pods | not known"};
    for (const RiskRule &rule : riskRules())
        words.attacks.emplace_back(rule.attack);
    return words;
}

} // namespace

/// Which findings are shown, in which order, and what is written about them.
class RiskListTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGravestComeFirst()
    {
        const RiskList list = listRisks(sample(), {});
        QVERIFY(!list.rows.empty());
        for (std::size_t row = 0; row + 1 < list.rows.size(); ++row)
            QVERIFY(list.risk(row).severity <= list.risk(row + 1).severity);
        QCOMPARE(list.risk(0).severity, Severity::Critical);
    }

    void allAreShownOrCounted()
    {
        const auto basis = sample();
        const RiskList list = listRisks(basis, {});
        QCOMPARE(list.rows.size() + list.folded + list.included, basis->risks().size());
        QCOMPARE(std::accumulate(list.counts.begin(), list.counts.end(), std::size_t(0)), list.rows.size());
        QVERIFY(list.folded > 0);
        QVERIFY(hasOnly(list, [](const Risk &risk) { return risk.binding.text() != "ClusterRoleBinding/system:controller:x"; }));
        RiskWish whole;
        whole.foldsDefaults = whole.foldsIncluded = false;
        QCOMPARE(listRisks(basis, whole).rows.size(), basis->risks().size());
    }

    void severitiesAreAFilterThatDoesNotChangeTheCounts()
    {
        const auto basis = sample();
        RiskWish wish;
        wish.severities.set(static_cast<std::size_t>(Severity::Medium));
        const RiskList list = listRisks(basis, wish);
        QVERIFY(hasOnly(list, [](const Risk &risk) { return risk.severity == Severity::Medium; }));
        QCOMPARE(list.counts, listRisks(basis, {}).counts);
        QCOMPARE(list.rows.size(), list.counts[static_cast<std::size_t>(Severity::Medium)]);
    }

    void allWordsMustOccurInAnyLanguage()
    {
        const auto basis = sample();
        RiskWish wish;
        wish.words = "FRONT pay";
        QVERIFY(hasOnly(listRisks(basis, wish), [](const Risk &risk) { return risk.namespaceName == "pay"; }));
        wish.words = "front nothing-like-it";
        QVERIFY(listRisks(basis, wish).rows.empty());
        wish.attacks.assign(riskRules().size(), "무엇");
        wish.attacks[numberOf("R27")] = "셸을 엽니다";
        wish.words = "셸을";
        QVERIFY(hasOnly(listRisks(basis, wish), [](const Risk &risk) { return risk.id == "R27"; }));
    }

    void aNamespaceShowsWhatHoldsThereAndWhatItsAccountsHave()
    {
        RiskWish wish;
        wish.namespaces = {"shop"};
        const RiskList list = listRisks(sample(), wish);
        QVERIFY(hasOnly(list, [](const Risk &risk) { return risk.namespaceName.empty() || risk.namespaceName == "shop" || risk.subject->namespaceName == "shop"; }));
        wish.namespaces = {"empty"};
        QVERIFY(hasOnly(listRisks(sample(), wish), [](const Risk &risk) { return risk.namespaceName.empty(); }));
    }

    void everyColumnOrdersBothWays()
    {
        const auto basis = sample();
        for (int part = 0; part <= static_cast<int>(RiskPart::Rule); ++part) {
            RiskWish wish;
            wish.foldsDefaults = wish.foldsIncluded = false;
            wish.order = static_cast<RiskPart>(part);
            const RiskList up = listRisks(basis, wish);
            wish.isDescending = true;
            const RiskList down = listRisks(basis, wish);
            QVERIFY(std::ranges::is_permutation(up.rows, down.rows));
            if (wish.order == RiskPart::Who) {
                QVERIFY(up.risk(0).subject <= up.risk(up.rows.size() - 1).subject);
                QCOMPARE(up.risk(0).subject.text(), down.risk(down.rows.size() - 1).subject.text());
            }
        }
    }

    void theSelectedOneIsFoundAgain()
    {
        const auto basis = sample();
        RiskWish wish;
        wish.selected = listRisks(basis, {}).risk(2);
        wish.order = RiskPart::Where;
        const RiskList list = listRisks(sample(), wish);
        QVERIFY(list.selected && list.risk(*list.selected) == *wish.selected);
        wish.words = "nothing-like-it";
        QVERIFY(!listRisks(basis, wish).selected);
    }

    void whatSomebodyWithEverythingHasLiesUnderIt()
    {
        const auto basis = sample();
        const RiskList list = listRisks(basis, {});
        QCOMPARE(std::string(list.risk(0).id), std::string("R01"));
        QCOMPARE(list.includedIn(0).size(), list.included);
        QVERIFY(list.included > 20);
        for (const std::uint32_t part : list.includedIn(0)) {
            QVERIFY(basis->risks()[part].subject.text() == "User/ann" && basis->risks()[part].binding.text() == "ClusterRoleBinding/root");
            QVERIFY(!list.rows[0].isUnfolded);
        }
        QVERIFY(hasOnly(list, [](const Risk &risk) { return risk.id == "R01" || risk.subject.text() != "User/ann"; }));
    }

    void whatComesFromElsewhereIsNotIncluded()
    {
        Inputs inputs = samples::inputs(role("ClusterRole", "/all", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}") + role("ClusterRole", "/reader", "{verbs: [list], apiGroups: [''], resources: [secrets]}")
                                        + binding("/root", "ClusterRole/all", samples::user("ann")) + binding("/read", "ClusterRole/reader", samples::user("ann"))
                                        + binding("shop/own", "ClusterRole/all", samples::user("bob")));
        inputs.catalog = kube::builtinCatalog();
        const RiskList list = listRisks(std::make_shared<const Basis>(std::move(inputs)), {});
        std::vector<std::string> shown;
        for (std::size_t row = 0; row < list.rows.size(); ++row)
            shown.push_back(std::string(list.risk(row).id) + ' ' + list.risk(row).subject.text() + ' ' + list.risk(row).binding.text());
        std::ranges::sort(shown);
        QVERIFY((shown == std::vector<std::string>{"R01 User/ann ClusterRoleBinding/root", "R02 User/bob RoleBinding/shop/own", "R09 User/ann ClusterRoleBinding/read"}));
    }

    void whatIsIncludedIsUnfoldedUnderIt()
    {
        const auto basis = sample();
        const RiskList folded = listRisks(basis, {});
        RiskWish wish;
        wish.unfolded = {folded.risk(0)};
        const RiskList list = listRisks(basis, wish);
        QVERIFY(list.rows[0].isUnfolded && list.rows[1].isIncluded);
        QCOMPARE(list.rows.size(), folded.rows.size() + folded.included);
        QCOMPARE(list.counts, folded.counts);
        for (std::size_t i = 0; i < list.included; ++i)
            QCOMPARE(list.rows[1 + i].finding, list.includedIn(0)[i]);
        QVERIFY(!list.rows[1 + list.included].isIncluded);
    }

    void aSearchFindsWhatIsIncludedInWhatItDoesNotFind()
    {
        RiskWish wish;
        wish.words = "R09 ann";
        const RiskList list = listRisks(sample(), wish);
        QCOMPARE(list.rows.size(), std::size_t(1));
        QCOMPARE(std::string(list.risk(0).id), std::string("R09"));
    }

    void aSelectedOneThatIsFoldedAwayIsThereInWhatIncludesIt()
    {
        const auto basis = sample();
        RiskWish wish;
        wish.selected = basis->risks()[listRisks(basis, {}).includedIn(0)[3]];
        QCOMPARE(listRisks(basis, wish).selected, std::optional<std::size_t>(0));
    }

    void starsAreToldInWordsToPeople()
    {
        const auto basis = sample();
        const Risk risk = listRisks(basis, {}).risk(0);
        QCOMPARE(ruleText(risk, basis->evaluator), std::string("* *"));
        QCOMPARE(ruleText(risk, basis->evaluator, {"every verb", "every resource", "%1 on %2"}), std::string("every verb on every resource"));
    }

    void theRuleIsToldInItsWords()
    {
        RiskWish wish;
        wish.words = "R08 shop";
        const RiskList list = listRisks(sample(), wish);
        QVERIFY(!list.rows.empty());
        QCOMPARE(ruleText(list.risk(0), list.basis->evaluator), std::string("get, list secrets: tls, key"));
    }

    void filesHoldWhatTheTableShows()
    {
        const RiskList list = listRisks(sample(), {});
        const auto rows = text::parseCsv(exported(list, RiskFormat::Csv, reportWords()));
        QVERIFY(rows);
        QCOMPARE(rows->size(), list.rows.size() + 1);
        QCOMPARE((*rows)[1][2], list.risk(0).subject.text());
        QVERIFY2((*rows)[1][1].starts_with("is cluster-admin (R01), and what it includes: R04, R05"), (*rows)[1][1].c_str());
        const auto json = text::parseJson(exported(list, RiskFormat::Json, reportWords()));
        QVERIFY(json);
        QCOMPARE(json->items().size(), list.rows.size());
        QCOMPARE(json->items()[0]["id"].text(), std::string(list.risk(0).id));
        QCOMPARE(json->items()[0]["includes"].items().size(), list.includedIn(0).size());
        QVERIFY(!json->items().back().find("includes"));
        const std::string markdown = exported(list, RiskFormat::Markdown, reportWords());
        QCOMPARE(std::ranges::count(markdown, '\n'), std::ptrdiff_t(4 + SeverityCount + 1 + 1 + 2 + list.rows.size()));
        QVERIFY(markdown.find("pods \\| not known") != markdown.npos);
        QVERIFY(markdown.find("| critical |") != markdown.npos);
        QVERIFY(markdown.find("- included in others: " + std::to_string(list.included)) != markdown.npos);
    }
};

QTEST_APPLESS_MAIN(RiskListTest)
#include "RiskListTest.moc"
