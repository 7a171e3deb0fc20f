#include "models/account/AggregationSummary.h"

#include "tests/unit/account/AccountSamples.h"

using account::aggregationSummary;
using samples::rowsOf;
using samples::saidOf;
using Rows = std::vector<std::string>;

namespace {

std::string whole(const std::string &rules) { return "---\n{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: whole}, aggregationRule: {clusterRoleSelectors: [{matchLabels: {to-whole: 'true'}}]}, rules: [" + rules + "]}\n"; }

std::string part(const std::string &name, const std::string &labels, const std::string &rules)
{
    return "---\n{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: " + name + ", labels: {" + labels + "}}, rules: [" + rules + "]}\n";
}

constexpr const char *pods = "{verbs: [get], apiGroups: [''], resources: [pods]}";
constexpr const char *nodes = "{verbs: [list], apiGroups: [''], resources: [nodes], resourceNames: [n1]}";
constexpr const char *urls = "{verbs: [get], nonResourceURLs: [/metrics]}";

detail::Summary summaryOf(const std::string &yaml, const std::string &role = "whole")
{
    return aggregationSummary(rbac::Basis(samples::inputs(yaml)), {"ClusterRole", {}, role});
}

} // namespace

/// What is stored in an aggregated ClusterRole, what it will become, and why.
class AggregationSummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesThatAreWrittenNameWhatBringsThem()
    {
        const auto summary = summaryOf(whole(std::string(pods) + ", " + urls) + part("one", "to-whole: 'true'", std::string(pods) + ", " + urls) + part("two", "to-whole: 'true'", pods) + part("other", "a: b", nodes));
        QVERIFY(summary.notices.empty());
        QCOMPARE(rowsOf(summary, "Takes in the rules of ClusterRoles with"), (Rows{"to-whole=true ; one two"}));
        QCOMPARE(rowsOf(summary, "Rules, and where they come from"), (Rows{"yes ; get ; pods ; core ; one two", "yes ; get ; /metrics ;  ; one"}));
    }

    void whatTheControllerHasYetToWriteIsTold()
    {
        const auto summary = summaryOf(whole(pods) + part("one", "to-whole: 'true'", nodes));
        QCOMPARE(summary.notices.size(), std::size_t(1));
        QCOMPARE(summary.notices.front().tone, detail::Tone::Warning);
        QCOMPARE(summary.notices.front().sentences.front().arguments[0].text + '/' + summary.notices.front().sentences.front().arguments[1].text, std::string("1/1"));
        QCOMPARE(rowsOf(summary, "Rules, and where they come from"),
                 (Rows{"not yet: will be added ; list ; nodes ; core ; n1 ; one", "yes: will go ; get ; pods ; core ;  ; none of the selected roles"}));
    }

    void rulesThatComeThroughAnotherAggregatedRoleAreToldAsItsOwn()
    {
        const std::string middle = "---\n{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: middle, labels: {to-whole: 'true'}}, aggregationRule: {clusterRoleSelectors: [{matchLabels: {to-middle: 'true'}}]}, rules: []}\n";
        const auto summary = summaryOf(whole("") + middle + part("leaf", "to-middle: 'true'", pods));
        QCOMPARE(rowsOf(summary, "Rules, and where they come from"), (Rows{"not yet: will be added ; get ; pods ; core ; middle"}));
    }

    void aLabelThatIsNearlyRightIsTold()
    {
        const auto summary = summaryOf(whole("") + part("slip", "to-whloe: 'true'", pods) + part("far", "x: y", pods));
        QCOMPARE(rowsOf(summary, "Nearly taken in"), (Rows{"slip ; to-whloe=true ; to-whole=true"}));
    }

    void anEmptySelectorTakesInEverything()
    {
        const auto summary = summaryOf("{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: whole}, aggregationRule: {clusterRoleSelectors: [{}]}, rules: [" + std::string(pods) + "]}\n" + part("one", "a: b", pods));
        QCOMPARE(rowsOf(summary, "Takes in the rules of ClusterRoles with"), (Rows{"anything: an empty selector takes in every ClusterRole ; one"}));
    }

    void aRoleThatIsTakenInSaysByWhatLabel()
    {
        const auto summary = summaryOf(whole(pods) + part("one", "to-whole: 'true'", pods), "one");
        QCOMPARE(rowsOf(summary, "Its own rules go into"), (Rows{"whole ; to-whole=true"}));
        QCOMPARE(saidOf(summary, "Rules, and where they come from", "Rules"), std::string("its own: it takes in those of no other role"));
    }

    void aRoleThatIsNotThereIsNotKnown()
    {
        QCOMPARE(summaryOf("", "gone").notices.back().title.words, std::string_view("This ClusterRole is not known"));
    }
};

QTEST_GUILESS_MAIN(AggregationSummaryTest)
#include "AggregationSummaryTest.moc"
