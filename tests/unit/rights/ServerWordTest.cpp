#include "models/rights/Claims.h"

#include "tests/support/FakeApi.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace rights;

namespace {

constexpr const char *subjectReviews = "/apis/authorization.k8s.io/v1/subjectaccessreviews";
constexpr const char *localReviews = "/apis/authorization.k8s.io/v1/namespaces/shop/localsubjectaccessreviews";
constexpr const char *selfReviews = "/apis/authentication.k8s.io/v1/selfsubjectreviews", *selfAccess = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

Claim claim(const char *verb, bool isAllowed, const char *place = "shop", const char *account = "front")
{
    return {rbac::Identity::ofServiceAccount({"shop", account}), {verb, {}, "pods", {}, {}, place, {}}, isAllowed};
}

std::shared_ptr<const rbac::Role> role(const char *name, const char *verb)
{
    auto out = std::make_shared<rbac::Role>();
    out->ref = {"Role", "shop", name};
    out->rules = {{{verb}, {""}, {"pods"}, {}, {}}};
    return out;
}

std::shared_ptr<const rbac::Binding> binding(const char *name, const char *to, rbac::Subject subject)
{
    auto out = std::make_shared<rbac::Binding>();
    out->ref = {"RoleBinding", "shop", name};
    out->roleRef = {"rbac.authorization.k8s.io", "Role", to};
    out->subjects = {std::move(subject)};
    return out;
}

base::Error refusal(int code = 403)
{
    base::Error error = base::makeError(base::ErrorKind::Forbidden, "you may not create reviews");
    error.code = code;
    return error;
}

} // namespace

Q_DECLARE_METATYPE(rbac::Subject)

/// What the server says to what was worked out, and what is done where it does not say it to everybody.
class ServerWordTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::FakeApi> api;
    base::ManualExecutor gui;
    std::unique_ptr<ServerWord> word;
    rbac::Inputs known;

    support::FakeApi::Exchange &open(std::size_t number) { return api->exchanges[number]; }
    void say(std::size_t number, bool isAllowed)
    {
        open(number).answer(isAllowed ? R"({"status":{"allowed":true}})" : R"({"status":{"allowed":false}})");
        step();
    }
    void refuse(std::size_t number, int code = 403)
    {
        open(number).fail(refusal(code));
        step();
    }
    void step()
    {
        api->time.run();
        gui.advance(0ms);
    }

    static rbac::AccessPicture pictureOfTwo()
    {
        rbac::AccessPicture picture;
        picture.identities = {rbac::Identity::ofServiceAccount({"shop", "front"}), rbac::Identity::ofServiceAccount({"shop", "back"})};
        return picture;
    }
    static rbac::Right rightTo(const std::string &verb, const std::vector<std::string> &names)
    {
        rbac::Right right;
        right.verb = verb;
        right.resource = "pods";
        right.names = names;
        right.namespaceName = "shop";
        right.subject = {"ServiceAccount", "shop", "front"};
        return right;
    }

private Q_SLOTS:
    void init()
    {
        api = std::make_unique<support::FakeApi>();
        word = std::make_unique<ServerWord>([this]() -> kube::Api & { return *api; }, gui);
        known = {};
        known.roles = {role("reader", "get"), role("writer", "update")};
        known.bindings = {binding("reads", "reader", {"Group", "rbac.authorization.k8s.io", {}, "system:serviceaccounts:shop"})};
    }
    void cleanup()
    {
        word.reset();
        api.reset();
    }

    void theServerConfirmsOrContradicts()
    {
        QCOMPARE(word->verdictOn(claim("get", true)).proof, Proof::Computed);
        word->ask({claim("get", true), claim("list", true)});
        QCOMPARE(word->verdictOn(claim("get", true)).proof, Proof::Asking);
        QCOMPARE(open(0).request.path, std::string(subjectReviews));
        QCOMPARE(open(0).request.body, std::string(R"({"apiVersion":"authorization.k8s.io/v1","kind":"SubjectAccessReview","spec":{"user":"system:serviceaccount:shop:front",)"
                                                   R"("groups":["system:serviceaccounts","system:serviceaccounts:shop","system:authenticated"],"resourceAttributes":{"verb":"get","resource":"pods","namespace":"shop"}}})"));
        say(0, true);
        say(1, false);
        QCOMPARE(word->verdictOn(claim("get", true)).proof, Proof::Confirmed);
        QCOMPARE(word->verdictOn(claim("get", false)).proof, Proof::Contradicted);
        QCOMPARE(word->verdictOn(claim("list", true)).proof, Proof::Contradicted);
        QCOMPARE(tallyOf(*word, {claim("get", true), claim("list", true)}).proof(), Proof::Contradicted);
        QCOMPARE(tallyOf(*word, {claim("get", true)}).proof(), Proof::Confirmed);
        QCOMPARE(tallyOf(*word, {claim("get", true), claim("watch", true)}).proof(), Proof::Computed);
        QCOMPARE(tallyOf(*word, {claim("get", true), claim("watch", true)}).of(Proof::Confirmed), std::size_t(1));
    }

    void whatWasAnsweredIsNotAskedAgainUntilRightsChange()
    {
        word->grantsAre(known);
        word->ask({claim("get", true)});
        say(0, true);
        word->ask({claim("get", true)});
        QCOMPARE(api->count(), std::size_t(1));
        known.bindings.push_back(binding("more", "writer", {"ServiceAccount", {}, "shop", "front"}));
        word->grantsAre(known);
        QCOMPARE(word->verdictOn(claim("get", true)).proof, Proof::Computed);
        word->ask({claim("get", true)});
        QCOMPARE(api->count(), std::size_t(2));
    }

    void whatGrantsNothingLeavesTheAnswers()
    {
        word->grantsAre(known);
        word->ask({claim("get", true)});
        say(0, true);
        QSignalSpy changes(word.get(), &ServerWord::changed);
        known.pods.push_back({});
        known.namespaces.push_back("late");
        known.serviceAccounts.push_back(std::make_shared<rbac::ServiceAccount>());
        word->grantsAre(known);
        known.roles = {role("reader", "get"), role("writer", "update")};        // everything was read once more
        known.bindings = {binding("reads", "reader", {"Group", "rbac.authorization.k8s.io", {}, "system:serviceaccounts:shop"})};
        word->grantsAre(known);
        QCOMPARE(word->verdictOn(claim("get", true)).proof, Proof::Confirmed);
        QCOMPARE(changes.count(), 0);
    }

    void aChangeConcernsThoseWhomItGivesSomething_data()
    {
        QTest::addColumn<rbac::Subject>("subject");
        QTest::addColumn<bool>("isConcerned");
        QTest::newRow("the account") << rbac::Subject{"ServiceAccount", {}, "shop", "front"} << true;
        QTest::newRow("an account of the binding's namespace") << rbac::Subject{"ServiceAccount", {}, {}, "front"} << true;
        QTest::newRow("its user name") << rbac::Subject{"User", {}, {}, "system:serviceaccount:shop:front"} << true;
        QTest::newRow("a group that comes with it") << rbac::Subject{"Group", {}, {}, "system:authenticated"} << true;
        QTest::newRow("another account") << rbac::Subject{"ServiceAccount", {}, "shop", "back"} << false;
        QTest::newRow("the same name elsewhere") << rbac::Subject{"ServiceAccount", {}, "other", "front"} << false;
        QTest::newRow("another group") << rbac::Subject{"Group", {}, {}, "system:serviceaccounts:other"} << false;
    }
    void aChangeConcernsThoseWhomItGivesSomething()
    {
        QFETCH(rbac::Subject, subject);
        word->grantsAre(known);
        word->ask({claim("get", true)});
        say(0, true);
        known.bindings.push_back(binding("more", "writer", subject));
        word->grantsAre(known);
        QTEST(word->verdictOn(claim("get", true)).proof == Proof::Computed, "isConcerned");
    }

    void aRoleThatIsBoundConcernsWhoeverHasIt()
    {
        word->grantsAre(known);
        word->ask({claim("get", true)});
        say(0, true);
        known.roles[1] = role("writer", "patch");       // nobody has it
        word->grantsAre(known);
        QCOMPARE(word->verdictOn(claim("get", true)).proof, Proof::Confirmed);
        known.roles[0] = role("reader", "list");
        word->grantsAre(known);
        QCOMPARE(word->verdictOn(claim("get", true)).proof, Proof::Computed);
    }

    void whatIsBeingAskedWhileRightsChangeIsNoAnswer()
    {
        word->grantsAre(known);
        word->ask({claim("get", true), claim("get", true, "shop", "back"), claim("list", true)});
        known.bindings.push_back(binding("more", "writer", {"ServiceAccount", {}, "shop", "front"}));
        word->grantsAre(known);
        QVERIFY(open(0).isLetGo() && !open(1).isLetGo() && open(2).isLetGo());
        say(1, true);
        QCOMPARE(word->verdictOn(claim("get", true)).proof, Proof::Computed);
        QCOMPARE(word->verdictOn(claim("get", true, "shop", "back")).proof, Proof::Confirmed);
    }

    /// The first who reads them does not know under which rights the server answered.
    void rightsThatNobodyKnewBeforeEndEveryAnswer()
    {
        word->ask({claim("get", true)});
        say(0, true);
        word->grantsAre(known);
        QCOMPARE(word->verdictOn(claim("get", true)).proof, Proof::Computed);
    }

    void fewAreAskedAtATime()
    {
        word->ask({claim("a", true), claim("b", true), claim("c", true), claim("d", true), claim("e", true), claim("f", true)});
        QCOMPARE(api->count(), ServerWord::MostAtOnce);
        say(2, true);
        QCOMPARE(api->count(), ServerWord::MostAtOnce + 1);
    }

    void whereReviewsAreRefusedThoseOfTheNamespaceAreAsked()
    {
        word->ask({claim("get", true)});
        refuse(0);
        QCOMPARE(open(1).request.path, std::string(localReviews));
        QVERIFY(QString::fromStdString(open(1).request.body).startsWith(QStringLiteral(R"({"apiVersion":"authorization.k8s.io/v1","kind":"LocalSubjectAccessReview","metadata":{"namespace":"shop"},"spec":)")));
        say(1, true);
        QCOMPARE(word->verdictOn(claim("get", true)).proof, Proof::Confirmed);
    }

    void aboutThemselvesEverybodyMayAsk()
    {
        word->ask({claim("get", true, "")});
        refuse(0);
        QCOMPARE(open(1).request.as.user, std::string("system:serviceaccount:shop:front"));
        refuse(1);
        QCOMPARE(open(2).request.path, std::string(selfReviews));
        QVERIFY(open(2).request.as.isEmpty());
        open(2).answer(R"({"status":{"userInfo":{"username":"system:serviceaccount:shop:front"}}})");
        step();
        QCOMPARE(open(3).request.path, std::string(selfAccess));
        QVERIFY(open(3).request.as.isEmpty());
        say(3, true);
        QCOMPARE(word->verdictOn(claim("get", true, "")).proof, Proof::Confirmed);
    }

    /// Else the server's word about somebody else would pass for one about the account.
    void whoIsLookingIsAskedEachTime()
    {
        for (const bool isStillTheAccount : {true, false}) {
            const Claim asked = claim(isStillTheAccount ? "get" : "list", true, "");
            const std::size_t first = api->count();
            word->ask({asked});
            refuse(first);
            refuse(first + 1);
            QCOMPARE(open(first + 2).request.path, std::string(selfReviews));
            open(first + 2).answer(isStillTheAccount ? R"({"status":{"userInfo":{"username":"system:serviceaccount:shop:front"}}})" : R"({"status":{"userInfo":{"username":"jane"}}})");
            step();
            QCOMPARE(api->count(), first + (isStillTheAccount ? 4 : 3));
            if (isStillTheAccount)
                say(first + 3, true);
            QCOMPARE(word->verdictOn(asked).proof, isStillTheAccount ? Proof::Confirmed : Proof::NotVerifiable);
        }
    }

    void whoMayActAsSomebodyAsksAsThem()
    {
        word->ask({claim("get", true), claim("list", true, "")});
        refuse(0);
        refuse(1);
        QCOMPARE(open(2).request.path, std::string(localReviews));
        QCOMPARE(open(3).request.path, std::string(selfAccess));
        QVERIFY((open(3).request.as == kube::Impersonation{"system:serviceaccount:shop:front", {}, {}, {}}));
        say(3, false);
        QCOMPARE(word->verdictOn(claim("list", true, "")).proof, Proof::Contradicted);
        refuse(2);
        QCOMPARE(open(4).request.path, std::string(selfAccess));
        say(4, true);
        QCOMPARE(word->verdictOn(claim("get", true)).proof, Proof::Confirmed);
    }

    void whomOneMayNotActAsIsTriedOnce()
    {
        word->ask({claim("get", true, "")});
        refuse(0);
        refuse(1);
        open(2).answer(R"({"status":{"userInfo":{"username":"kim"}}})");
        step();
        const std::size_t before = api->count();
        word->ask({claim("list", true, "")});
        refuse(before);
        QCOMPARE(word->verdictOn(claim("list", true, "")).proof, Proof::Asking);
        refuse(before + 1);
        open(before + 2).answer(R"({"status":{"userInfo":{"username":"kim"}}})");
        step();
        word->ask({claim("watch", true, ""), claim("create", true, ""), claim("patch", true, "")});
        QCOMPARE(api->count(), before + 6);
    }

    void whatCannotBeVerifiedSaysWhy()
    {
        word->ask({claim("get", true), claim("get", true, "", "other")});
        refuse(0);
        refuse(1);
        QCOMPARE(open(2).request.path, std::string(localReviews));
        refuse(2);
        refuse(3);
        refuse(4);
        open(5).answer(R"({"status":{"userInfo":{"username":"kim"}}})");
        step();
        open(6).answer(R"({"status":{"userInfo":{"username":"kim"}}})");
        step();
        for (const Claim &each : {claim("get", true), claim("get", true, "", "other")}) {
            QCOMPARE(word->verdictOn(each).proof, Proof::NotVerifiable);
            QCOMPARE(word->verdictOn(each).reason, std::string("you may not create reviews"));
        }
        // Asked once more the server may have thought better of it.
        word->ask({claim("get", true)});
        QCOMPARE(api->last().request.path, std::string(subjectReviews));
        QCOMPARE(word->verdictOn(claim("get", true)).proof, Proof::Asking);
    }

    void anotherConnectionIsAskedFromThenOn()
    {
        word->ask({claim("get", true)});
        say(0, true);
        const std::unique_ptr<support::FakeApi> before = std::exchange(api, std::make_unique<support::FakeApi>());
        word->ask({claim("list", true)});
        QCOMPARE(before->count(), std::size_t(1));
        say(0, true);
        QCOMPARE(word->verdictOn(claim("list", true)).proof, Proof::Confirmed);
    }

    void aServerThatDoesNotAnswerConfirmsNothing()
    {
        word->ask({claim("get", true)});
        refuse(0, 500);
        QCOMPARE(word->verdictOn(claim("get", true)).proof, Proof::NotVerifiable);
        QCOMPARE(api->count(), std::size_t(1));
    }

    void theTableOfRightsIsClaimedOfWhomItIsAbout()
    {
        rbac::AccessPicture picture = pictureOfTwo();
        rbac::Right right = rightTo("get", {});
        picture.whole.matrix = {right};
        right.subject = {"Group", {}, "system:serviceaccounts"};
        picture.whole.matrix.push_back(right);
        picture.shown.matrix = picture.whole.matrix;
        QCOMPARE(claimsOf(picture).size(), std::size_t(2));     // the group's holds for both, the other is the same question
        QCOMPARE(claimsOf(picture, "pods", "get").size(), std::size_t(2));
        QVERIFY(claimsOf(picture, "pods", "list").empty());
        QCOMPARE(claimsOf(picture).front().identity.user, std::string("system:serviceaccount:shop:front"));
        QCOMPARE(claimsOf(picture).front().request.text(), std::string("get pods in namespace shop"));
    }

    void everyObjectThatARightNamesIsClaimed()
    {
        rbac::AccessPicture picture = pictureOfTwo();
        picture.whole.matrix = picture.shown.matrix = {rightTo("get", {"web-1", "web-2", "web-3"})};
        const std::vector<Claim> claims = claimsOf(picture, "pods", "get");
        QCOMPARE(claims.size(), std::size_t(3));
        QCOMPARE(claims.back().request.name, std::string("web-3"));
        const graph::Matrix table{{"get"}, {{"pods", {graph::Matrix::Cell::NamedOnly}}}, {}};
        word->ask(claims);
        say(0, true);
        say(1, true);
        QCOMPARE(proofsOf(*word, picture, table).front().front(), Proof::Asking);
        say(2, true);
        QCOMPARE(proofsOf(*word, picture, table).front().front(), Proof::Confirmed);
    }

    void aWildcardCountsInTheProofOfEveryRowItReaches()
    {
        rbac::AccessPicture picture = pictureOfTwo();
        rbac::Right all = rightTo("*", {});
        all.apiGroup = all.resource = "*";
        picture.whole.matrix = picture.shown.matrix = {all, rightTo("get", {})};
        const graph::Matrix table{{"get", "list"}, {{"*.*", {}}, {"pods", {}}}, {}};
        word->ask(claimsOf(picture, all));
        say(0, true);
        const auto proofs = proofsOf(*word, picture, table);
        QCOMPARE(proofs[1][1], Proof::Confirmed);
        QCOMPARE(proofs[1][0], Proof::Computed);    // another right gives it as well, and was not asked about
        QCOMPARE(proofs[0][0], Proof::Confirmed);
    }

    void aCellOfWhichOnlyOneObjectWasAskedAboutIsNotConfirmed()
    {
        rbac::AccessPicture picture = pictureOfTwo();
        picture.whole.matrix = picture.shown.matrix = {rightTo("get", {"web-1", "web-2"})};
        word->ask({claimsOf(picture).front()});
        say(0, true);
        QCOMPARE(proofsOf(*word, picture, {{"get"}, {{"pods", {graph::Matrix::Cell::NamedOnly}}}, {}}).front().front(), Proof::Computed);
        QCOMPARE(tallyOf(*word, claimsOf(picture)).of(Proof::Confirmed), std::size_t(1));
    }

    void whoHasManyRightsIsAskedAboutInParts()
    {
        rbac::AccessPicture picture = pictureOfTwo();
        for (std::size_t i = 0; i < FirstClaims + 212; ++i)
            picture.whole.matrix.push_back(rightTo("verb" + std::to_string(i), {}));
        picture.shown.matrix = {picture.whole.matrix.back()};
        const std::vector<Claim> claims = claimsOf(picture);
        QCOMPARE(claims.size(), FirstClaims + 212);
        QCOMPARE(claims.front().request.verb, picture.whole.matrix.back().verb);    // what is drawn comes first
        QCOMPARE(nextOf(*word, claims).size(), FirstClaims);
        word->ask(nextOf(*word, claims));
        for (std::size_t next = 0; next < api->count(); ++next)
            say(next, true);
        const Tally tally = tallyOf(*word, claims);
        QCOMPARE(tally.of(Proof::Confirmed), FirstClaims);
        QCOMPARE(tally.of(Proof::Computed), std::size_t(212));
        QCOMPARE(tally.total(), claims.size());
        QCOMPARE(nextOf(*word, claims).size(), std::size_t(212));
    }
};

QTEST_GUILESS_MAIN(ServerWordTest)
#include "ServerWordTest.moc"
