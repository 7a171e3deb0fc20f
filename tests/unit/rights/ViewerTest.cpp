#include "models/rights/Viewer.h"

#include "models/base/ManualExecutor.h"
#include "tests/support/FakeApi.h"

#include <QSignalSpy>
#include <QTest>

using rights::Viewer;

namespace {

std::string review(const char *name)
{
    return R"({"kind":"SelfSubjectReview","status":{"userInfo":{"username":")" + std::string(name) + R"(","groups":["system:authenticated"]}}})";
}

} // namespace

/// Who looks at a cluster.
class ViewerTest final : public QObject
{
    Q_OBJECT

    support::FakeApi api;
    base::ManualExecutor gui;

    std::string name(const Viewer &viewer) const { return viewer.identity() ? viewer.identity()->user : std::string(); }
    void answer(std::size_t exchange, const char *user)
    {
        api.exchanges[exchange].answer(review(user));
        gui.advance(std::chrono::milliseconds(0));
    }

private Q_SLOTS:
    void init() { api.exchanges.clear(); }

    void whoeverIsKnownIsNotAskedFor()
    {
        Viewer viewer([this]() -> kube::Api & { return api; }, gui);
        viewer.ask();
        answer(0, "ann");
        viewer.ask();
        QCOMPARE(api.exchanges.size(), std::size_t(1));
        QCOMPARE(name(viewer), std::string("ann"));
    }

    void anotherUserIsAskedForAnewAndTheLateAnswerOfTheFirstDoesNotCount()
    {
        Viewer viewer([this]() -> kube::Api & { return api; }, gui);
        QSignalSpy changes(&viewer, &Viewer::changed);
        viewer.startOver();
        QCOMPARE(api.exchanges.size(), std::size_t(0));        // nobody wanted to know
        viewer.ask();
        answer(0, "ann");
        viewer.startOver();
        QCOMPARE(name(viewer), std::string());
        QCOMPARE(api.exchanges.size(), std::size_t(2));
        api.exchanges[1].answer(review("ann"));                 // arrived, and not yet looked at
        viewer.startOver();
        gui.advance(std::chrono::milliseconds(0));
        QCOMPARE(name(viewer), std::string());
        answer(2, "bob");
        QCOMPARE(name(viewer), std::string("bob"));
        QVERIFY(changes.count() >= 3);
    }
};

QTEST_MAIN(ViewerTest)
#include "ViewerTest.moc"
