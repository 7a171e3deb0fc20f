#include "models/base/EventLoopExecutor.h"
#include "models/base/Job.h"
#include "models/base/ManualExecutor.h"

#include <QCoreApplication>
#include <QTest>

#include <functional>
#include <memory>

using namespace std::chrono_literals;

namespace {

/// Work that hands itself to its executor when it is let go, as errands do, which may hold other work that does the same.
struct Nested
{
    explicit Nested(base::Executor &executor, int depth) : job(base::Job::make([&executor, kept = depth > 0 ? std::make_shared<Nested>(executor, depth - 1) : nullptr]() mutable {
        executor.post([inner = std::move(kept)] { });
        auto later = executor.after(1s, [] { });
    }).first) { }

    base::Job job;
};

} // namespace

class ExecutorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDroppingPostsIsDroppedToo_data();
    void whatDroppingPostsIsDroppedToo();
    void timersThatNeverCameAreDropped_data() { whatDroppingPostsIsDroppedToo_data(); }
    void timersThatNeverCameAreDropped();

private:
    using Make = std::function<std::unique_ptr<base::Executor>()>;
};

Q_DECLARE_METATYPE(std::function<std::unique_ptr<base::Executor>()>)

void ExecutorTest::whatDroppingPostsIsDroppedToo_data()
{
    QTest::addColumn<Make>("make");
    QTest::newRow("of the event loop") << Make([] { return std::make_unique<base::EventLoopExecutor>(); });
    QTest::newRow("by hand") << Make([] { return std::make_unique<base::ManualExecutor>(); });
}

void ExecutorTest::whatDroppingPostsIsDroppedToo()
{
    QFETCH(Make, make);
    auto executor = make();
    auto work = std::make_shared<Nested>(*executor, 20);
    const std::weak_ptr<Nested> seen = work;
    executor->post([kept = std::move(work)] { });
    executor.reset();
    QVERIFY(seen.expired());
    QCoreApplication::processEvents();
}

void ExecutorTest::timersThatNeverCameAreDropped()
{
    QFETCH(Make, make);
    auto executor = make();
    auto work = std::make_shared<Nested>(*executor, 3);
    const std::weak_ptr<Nested> seen = work;
    const auto timer = executor->after(1h, [kept = std::move(work)] { });
    QCoreApplication::processEvents();
    executor.reset();
    QVERIFY(seen.expired());
}

QTEST_GUILESS_MAIN(ExecutorTest)
#include "ExecutorTest.moc"
