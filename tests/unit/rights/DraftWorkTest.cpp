#include "models/rights/DraftWork.h"
#include "models/rights/Viewer.h"

#include "models/base/ManualExecutor.h"
#include "tests/support/FakeApi.h"
#include "tests/unit/rbac/AccessSamples.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using rights::DraftWork;
using rights::Viewer;

namespace {

const std::string peek = samples::role("Role", "shop/peek", "{verbs: [get], apiGroups: [''], resources: [secrets]}");

std::shared_ptr<const rbac::Basis> basis(const std::string &yaml = peek)
{
    return std::make_shared<const rbac::Basis>(samples::inputs(yaml));
}

rbac::Draft given(const std::string &who) { return {samples::binding("shop/peek", "Role/peek", samples::user(who))}; }

} // namespace

/// What drafts come to is worked out aside; the newest drafts win.
class DraftWorkTest : public QObject
{
    Q_OBJECT

    base::ManualExecutor gui;

    void settle(const DraftWork &work)
    {
        gui.advance(DraftWork::Rest);
        QTRY_VERIFY((gui.run(), gui.advance(0ms), work.isSettled()));
    }

private Q_SLOTS:
    void nothingIsWorkedOutWhileSomebodyTypes()
    {
        DraftWork work(gui);
        work.setBasis(basis());
        settle(work);
        QSignalSpy results(&work, &DraftWork::resultChanged);
        for (int i = 0; i < 20; ++i) {
            work.setDrafts({given("ann" + std::to_string(i))});
            gui.advance(DraftWork::Rest - 1ms);
        }
        QCOMPARE(results.count(), 0);
        QVERIFY(!work.isSettled());
        settle(work);
        QCOMPARE(results.count(), 1);
        QCOMPARE(work.result()->effect.whatIf.gained.front().identity.text(), std::string("User/ann19"));
    }

    void theRisksAreThoseOfTheNewestDrafts()
    {
        DraftWork work(gui);
        work.setBasis(basis());
        work.setDrafts({given("ann")});
        settle(work);
        QVERIFY(!work.risks()->appeared.empty());
        work.setDrafts({});
        QVERIFY(!work.risks()->appeared.empty());       // what is shown stays until there is something newer
        settle(work);
        QVERIFY(work.risks()->appeared.empty());
        QVERIFY(work.result()->effect.changes.isEmpty());
    }

    void aChangeInTheClusterIsWorkedOutWithoutARest()
    {
        DraftWork work(gui);
        work.setBasis(basis());
        work.setDrafts({given("ann")});
        settle(work);
        QCOMPARE(work.result()->effect.drafts.front().objects.front().state, rbac::DraftState::New);
        const auto before = work.result();
        work.setBasis(basis(peek + samples::binding("shop/peek", "Role/peek", samples::user("ann"))));
        QTRY_VERIFY((gui.advance(0ms), work.isSettled()));
        QVERIFY(work.result() != before);
        QCOMPARE(work.result()->effect.drafts.front().objects.front().state, rbac::DraftState::Unchanged);
    }

    void whoWouldApplyItIsJudgedOnceTheyAreKnown()
    {
        DraftWork work(gui);
        work.setBasis(basis());
        work.setDrafts({given("ann")});
        settle(work);
        QVERIFY(!work.result()->effect.whatIf.write);
        work.setWriter(rbac::Identity::authenticated("bob", {"system:masters"}));
        settle(work);
        QCOMPARE(work.result()->effect.whatIf.write->answer, rbac::MayApply::Yes);
    }

    void theServerSaysWhoLooks()
    {
        support::FakeApi api;
        Viewer viewer([&]() -> kube::Api & { return api; }, gui);
        QSignalSpy changes(&viewer, &Viewer::changed);
        QVERIFY(!viewer.answer());
        viewer.ask();
        viewer.ask();
        QCOMPARE(api.count(), std::size_t(1));
        QCOMPARE(api.last().request.path, std::string("/apis/authentication.k8s.io/v1/selfsubjectreviews"));
        api.last().answer(R"({"status":{"userInfo":{"username":"ann","groups":["dev","system:authenticated"]}}})");
        api.time.run();
        gui.run();
        QCOMPARE(changes.count(), 1);
        QCOMPARE(viewer.identity()->user, std::string("ann"));
        QVERIFY(viewer.identity()->isIn("dev"));
        viewer.ask();
        QCOMPARE(api.count(), std::size_t(1));
    }

    void whoWasNotToldIsAskedAgain()
    {
        support::FakeApi api;
        Viewer viewer([&]() -> kube::Api & { return api; }, gui);
        viewer.ask();
        api.last().fail(base::ErrorKind::NotFound, "the server could not find the requested resource");
        api.time.run();
        gui.run();
        QVERIFY(viewer.answer() && !*viewer.answer());
        QCOMPARE(viewer.answer()->error().message, std::string("the server could not find the requested resource"));
        QVERIFY(!viewer.identity());
        viewer.ask();
        QCOMPARE(api.count(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(DraftWorkTest)
#include "DraftWorkTest.moc"
