#include "Telling.h"

#include "models/detail/Environment.h"

#include <QTest>

using detail::EnvironmentProof;
using detail::EnvironmentTold;
using environment::Gap;
using environment::Origin;
using environment::Variable;

namespace {

using State = EnvironmentProof::State;

/// What a pod says itself, with an environment of these variables.
detail::Summary summaryOf(std::vector<Variable> variables, EnvironmentProof proof = {State::Offered})
{
    const auto pod = text::parseJson(R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"team-a"},"spec":{"containers":[{"name":"main","image":"nginx","env":[{"name":"OLD","value":"words"}]}]}})");
    detail::Summary summary = detail::summarize(*pod);
    EnvironmentTold told;
    told.environment.container = "main";
    told.environment.isStarted = proof.state != State::NotStarted;
    told.environment.variables = std::move(variables);
    told.proof = std::move(proof);
    detail::addEnvironment(summary, "team-a", told);
    return summary;
}

std::string sectionIn(const detail::Summary &summary, const std::string &title)
{
    for (const detail::Section &section : summary.sections) {
        if (telling::say(section.title) == title)
            return telling::say(section);
    }
    return {};
}

Variable variable(const std::string &name, const std::string &value, Origin origin = {})
{
    Variable result;
    result.name = name;
    result.value = value;
    result.origin = std::move(origin);
    return result;
}

/// The row of one variable, as a person reads it.
std::string rowOf(const Variable &variable, EnvironmentProof proof = {State::Offered})
{
    const std::string text = sectionIn(summaryOf({variable}, std::move(proof)), "Environment of main");
    const std::size_t begin = text.find("\n(");
    return begin == std::string::npos ? std::string() : text.substr(begin + 1, text.size() - begin - 2);
}

} // namespace

class EnvironmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVariableSaysItsValueAndItsSource_data();
    void everyVariableSaysItsValueAndItsSource();
    void itStandsInPlaceOfWhatIsWritten();
    void whatCanBeDoneAboutTheContainerIsSaid_data();
    void whatCanBeDoneAboutTheContainerIsSaid();
    void aSourceThatMayNotBeReadIsNamedOnce();
    void servicesAreFoldedAndCounted();
    void aStartThatWouldFailIsSaidInTheKubeletsWords();
    void secretsAreReadWhenSomebodyAsks();
    void aTemplateTellsWhereValuesComeFrom();
};

void EnvironmentTest::everyVariableSaysItsValueAndItsSource_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *name, const Variable &variable, const char *expected, State state = State::Offered) {
        QTest::newRow(name) << QString::fromStdString(rowOf(variable, {state})) << QString::fromUtf8(expected);
    };

    Variable literal = variable("A", "x");
    literal.isChanged = false;
    add("a literal", literal, "(A)(x)(written in the pod)(unchanged)");
    add("after the container was asked", literal, "(A)(x)(written in the pod)(equal)", State::Done);
    add("of a container that does not run", variable("A", "x"), "(A)(x)(written in the pod)", State::NotStarted);
    Variable configured = variable("A", "x", {Origin::Kind::ConfigMap, "app", "LOG"});
    configured.overrides = {{Origin::Kind::Secret, "db", "A"}, {}};
    add("a key, over others", configured, "(A)(x)(ConfigMap app -> /ConfigMap/team-a/app | LOG | overrides Secret db/A | overrides an earlier entry)(not known)");
    Variable secret = variable("P", "s3cret", {Origin::Kind::Secret, "db", "password"});
    secret.isSecret = true;
    add("a Secret", secret, "(P)((secret) s3cret)(Secret db -> /Secret/team-a/db | password)(not known)");
    secret.isChanged = true;
    secret.valueAtStart = "old";
    add("a Secret that changed", secret, "(P)((secret) s3cret)(Secret db -> /Secret/team-a/db | password)(changed | the container has | (secret) old)", State::Done);
    Variable absent = variable("A", "x", {Origin::Kind::ConfigMap, "app", "A"});
    absent.isChanged = true;
    absent.wasAbsent = true;
    add("the container has none", absent, "(A)(x)(ConfigMap app -> /ConfigMap/team-a/app | A)(changed | the container has none)", State::Done);
    Variable expanded = variable("A", "", {});
    expanded.isExpanded = true;
    add("an empty text", expanded, "(A)(empty)(written in the pod | expanded)(not known)");
    Variable missing = variable("A", "", {Origin::Kind::ConfigMap, "app", "k"});
    missing.value.reset();
    missing.gap = Gap::Missing;
    missing.error = "couldn't find key k in ConfigMap team-a/app";
    add("a key that is missing", missing, "(A)(couldn't find key k in ConfigMap team-a/app)(ConfigMap app -> /ConfigMap/team-a/app | k)(not known)");
    Variable all = missing;
    all.name.clear();
    all.prefix = "P_";
    all.gap = Gap::Refused;
    all.error = "configmaps is forbidden";
    add("all keys of what may not be read", all, "(P_ | all its keys)(not known: its source could not be read)(ConfigMap app -> /ConfigMap/team-a/app | k)(not known)");
    Variable made = missing;
    made.origin = {};
    made.isExpanded = true;
    made.error.clear();
    add("made of a key that is missing", made, "(A)(not known: it is made of what is not known)(written in the pod | expanded)(not known)");
    add("a field", variable("A", "web", {Origin::Kind::Field, "metadata.name"}), "(A)(web)(the pod's field | metadata.name)(not known)");
    Variable image;
    image.name = "PATH";
    image.gap = Gap::Absent;
    image.origin = {Origin::Kind::Container};
    image.valueAtStart = "/bin";
    add("found inside only", image, "(PATH)(not known)(the image, the runtime, or a source that is gone)(the container has | /bin)", State::Done);
}

void EnvironmentTest::everyVariableSaysItsValueAndItsSource()
{
    QFETCH(QString, row);
    QFETCH(QString, expected);
    QCOMPARE(row, expected);
}

void EnvironmentTest::itStandsInPlaceOfWhatIsWritten()
{
    const detail::Summary summary = summaryOf({variable("A", "x")});
    QVERIFY(sectionIn(summary, "Container main").find("OLD") == std::string::npos);
    QVERIFY(sectionIn(summary, "Container main").find("1 variables in the order in which the kubelet sets them, and 0 of Services") != std::string::npos);
    QCOMPARE(telling::say(summary.sections[0].title), std::string("Container main"));
    QCOMPARE(telling::say(summary.sections[1].title), std::string("Environment of main"));
}

void EnvironmentTest::whatCanBeDoneAboutTheContainerIsSaid_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("acts");

    const auto row = [](const char *name, State state, const char *expected, bool acts) { QTest::newRow(name) << int(state) << QString::fromUtf8(expected) << acts; };
    row("offered", State::Offered, "Compare with the container", true);
    row("it does not run", State::NotStarted, "the container does not run", false);
    row("read-only", State::ReadOnly, "this cluster is read-only here", false);
    row("as somebody else", State::NotOneself, "looks as somebody else", false);
    row("refused", State::Refused, "needs get and create of pods/exec. no rule", false);
    row("asking", State::Asking, "asking the container", false);
    row("failed", State::Failed, "the container did not say: no rule", true);
    row("done", State::Done, "compared with the container", true);
}

void EnvironmentTest::whatCanBeDoneAboutTheContainerIsSaid()
{
    QFETCH(int, state);
    QFETCH(QString, expected);
    QFETCH(bool, acts);
    const detail::Summary summary = summaryOf({}, {static_cast<State>(state), "no rule"});
    const std::string text = sectionIn(summary, "Container main");
    QVERIFY2(text.find(expected.toStdString()) != std::string::npos, text.c_str());
    bool canAct = false;
    for (const detail::Row &row : summary.sections[0].rows) {
        for (const detail::Line &line : row.lines)
            canAct = canAct || line.back().act == "compare:main";
    }
    QCOMPARE(canAct, acts);
}

void EnvironmentTest::aSourceThatMayNotBeReadIsNamedOnce()
{
    Variable refused;
    refused.name = "A";
    refused.gap = Gap::Refused;
    refused.origin = {Origin::Kind::Secret, "db", "a"};
    refused.error = "secrets \"db\" is forbidden";
    Variable other = refused;
    other.name = "B";
    const std::string text = sectionIn(summaryOf({refused, other}), "Container main");
    const std::string words = "Secret db -> /Secret/team-a/db | could not be read: secrets \"db\" is forbidden";
    QVERIFY2(text.find(words) != std::string::npos, text.c_str());
    QCOMPARE(text.find(words), text.rfind(words));
}

void EnvironmentTest::servicesAreFoldedAndCounted()
{
    const detail::Summary summary = summaryOf({variable("A", "x"), variable("WEB_PORT", "tcp://10.0.0.1:80", {Origin::Kind::Service, "web", "team-a"})});
    QVERIFY(sectionIn(summary, "Environment of main").find("WEB_PORT") == std::string::npos);
    QVERIFY(sectionIn(summary, "Service variables of main").find("(WEB_PORT)(tcp://10.0.0.1:80)(Service web -> /Service/team-a/web)") != std::string::npos);
    QVERIFY(summary.sections[2].table->isFolded);
    QVERIFY(!summary.sections[1].table->isFolded);
}

void EnvironmentTest::aStartThatWouldFailIsSaidInTheKubeletsWords()
{
    const auto pod = text::parseJson(R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"w","namespace":"team-a"},"spec":{"containers":[{"name":"main","envFrom":[{"secretRef":{"name":"gone"}}]}]}})");
    environment::Surroundings around;
    around.sources[{environment::SourceKind::Secret, "gone"}] = {environment::Source::State::Missing};
    detail::Summary summary = detail::summarize(*pod);
    detail::addEnvironment(summary, "team-a", {environment::effectiveEnvironment(*pod, "main", around), {State::NotStarted}});
    const std::string text = sectionIn(summary, "Container main");
    QVERIFY2(text.find("a start would fail now, CreateContainerConfigError: secret \"gone\" not found") != std::string::npos, text.c_str());
}

void EnvironmentTest::secretsAreReadWhenSomebodyAsks()
{
    Variable unread;
    unread.name = "P";
    unread.isSecret = true;
    unread.gap = Gap::NotRead;
    unread.origin = {Origin::Kind::Secret, "db", "password"};
    const std::string text = sectionIn(summaryOf({unread}), "Container main");
    QVERIFY2(text.find("Secrets that were not read: 1 | Read their values") != std::string::npos, text.c_str());
    QCOMPARE(rowOf(unread), std::string("(P)(not read)(Secret db -> /Secret/team-a/db | password)(not known)"));
}

void EnvironmentTest::aTemplateTellsWhereValuesComeFrom()
{
    const auto deployment = text::parseJson(R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"team-a"},"spec":{"template":{"spec":{"containers":[{"name":"main",
        "env":[{"name":"A","value":"x"},{"name":"P","valueFrom":{"secretKeyRef":{"name":"db","key":"p"}}}],"envFrom":[{"prefix":"P_","configMapRef":{"name":"app","optional":true}}]}]}}}})");
    const std::string text = sectionIn(detail::summarize(*deployment), "Container main");
    QVERIFY2(text.find("Environment: all keys of ConfigMap app | each behind P_ | if it is there; A=x; P | from Secret db, key p;") != std::string::npos, text.c_str());
}

QTEST_GUILESS_MAIN(EnvironmentTest)
#include "EnvironmentTest.moc"
