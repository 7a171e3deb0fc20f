#include "tests/widgets/table/Grid.h"
#include "models/tables/ObjectPaths.h"
#include "models/tables/UserColumnReader.h"
#include "models/text/Json.h"
#include "widgets/base/PlainText.h"
#include "widgets/table/ColumnChooser.h"
#include "widgets/table/UserColumnDialog.h"

#include <QCompleter>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace table;

namespace {

/// Pods with labels, and the form of a column of their own.
struct Form : Fixture
{
    QPointer<UserColumnDialog> dialog;

    explicit Form(const std::string &edited = {}, const QString &hint = {}) : Fixture(0)
    {
        for (int i = 0; i < 10; ++i) {
            PodRow row = pod(QStringLiteral("web-%1").arg(i));
            row.object = R"({"metadata":{"labels":{"app":"app-)" + std::to_string(i) + R"("}},"spec":{"x":1}})";
            rows.put(row);
        }
        apply();
        if (!edited.empty())
            model.setUserColumns({{edited, ".spec.x"}});
        dialog = new UserColumnDialog(view, edited, hint, nullptr);
        QObject::connect(dialog, &UserColumnDialog::chosen, &view.header(), &GridHeader::setUserColumns);
        dialog->show();
    }
    ~Form() { delete dialog; }
    QLineEdit &field(const char *name) const
    {
        for (auto *edit : dialog->findChildren<QLineEdit *>())
            if (edit->accessibleName() == QLatin1String(name))
                return *edit;
        std::abort();
    }
    QLineEdit &path() const { return field("JSONPath of the column"); }
    QLineEdit &name() const { return field("Name of the column"); }
    QPushButton &save() const
    {
        for (auto *button : dialog->findChildren<QPushButton *>())
            if (button->text() == QLatin1String("Add the column") || button->text() == QLatin1String("Save"))
                return *button;
        std::abort();
    }
    QString preview() const
    {
        const auto *table = dialog->findChild<QTableWidget *>();
        QStringList lines;
        for (int row = 0; row < table->rowCount(); ++row)
            lines.push_back(table->item(row, 0)->text() + u'=' + table->item(row, 1)->text());
        return lines.join(u' ');
    }
    bool says(const QString &text) const
    {
        for (auto *label : dialog->findChildren<base::PlainLabel *>())
            if (label->text() == text)
                return true;
        return false;
    }
};

} // namespace

/// A person makes a column of their own.
class UserColumnDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatThePathFindsIsSeenWhileItIsTyped();
    void theCurrentRowComesFirst();
    void theNameFollowsThePathUntilItIsTyped();
    void aWrongPathIsToldWithItsPlace();
    void aNameIsNeededAndIsItsOwn();
    void theColumnStandsInTheTable();
    void aColumnIsChanged();
    void aHintIsShown();
    void pathsOfTheObjectAreSuggested();
    void theChooserChangesAndRemoves();
};

void UserColumnDialogTest::whatThePathFindsIsSeenWhileItIsTyped()
{
    Form f;
    QTest::keyClicks(&f.path(), QStringLiteral(".metadata.labels.app"));
    QTRY_COMPARE(f.preview(), QStringLiteral("team-a/web-0=app-0 team-a/web-1=app-1 team-a/web-2=app-2 team-a/web-3=app-3 team-a/web-4=app-4 team-a/web-5=app-5"));
    QTest::keyClick(&f.path(), Qt::Key_Backspace);
    QTRY_VERIFY(f.preview().startsWith(QStringLiteral("team-a/web-0= ")));
}

void UserColumnDialogTest::theCurrentRowComesFirst()
{
    Form f;
    f.view.setCurrentCell(7, -1);
    f.path().setText(QStringLiteral(".metadata.labels.app"));
    QTRY_VERIFY(f.preview().startsWith(QStringLiteral("team-a/web-7=app-7 team-a/web-0=app-0")));
}

void UserColumnDialogTest::theNameFollowsThePathUntilItIsTyped()
{
    Form f;
    f.path().setText(QStringLiteral(".metadata.labels.app"));
    QCOMPARE(f.name().text(), QStringLiteral("App"));
    f.path().setText(QStringLiteral("{.spec.ports[*].port}"));
    QCOMPARE(f.name().text(), QStringLiteral("Port"));
    f.name().selectAll();
    QTest::keyClicks(&f.name(), QStringLiteral("Mine"));
    f.path().setText(QStringLiteral(".spec.x"));
    QCOMPARE(f.name().text(), QStringLiteral("Mine"));
}

void UserColumnDialogTest::aWrongPathIsToldWithItsPlace()
{
    Form f;
    QVERIFY(!f.save().isEnabled());
    f.path().setText(QStringLiteral(".spec.ports["));
    QVERIFY(!f.save().isEnabled());
    QVERIFY(f.says(QStringLiteral("Path, character 13: unterminated array")));
    f.path().setText(QStringLiteral(".spec.ports"));
    QVERIFY(f.save().isEnabled());
}

void UserColumnDialogTest::aNameIsNeededAndIsItsOwn()
{
    Form f;
    f.path().setText(QStringLiteral(".spec.x"));
    f.name().selectAll();
    QTest::keyClicks(&f.name(), QStringLiteral("Node"));
    QVERIFY(f.says(QStringLiteral("There is a column of that name already")));
    QVERIFY(!f.save().isEnabled());
    f.name().selectAll();
    QTest::keyClick(&f.name(), Qt::Key_Delete);
    QVERIFY(f.says(QStringLiteral("The column needs a name")));
    QTest::keyClicks(&f.name(), QStringLiteral("Node of mine"));
    QVERIFY(f.save().isEnabled());
}

void UserColumnDialogTest::theColumnStandsInTheTable()
{
    Form f;
    QSignalSpy chosen(&f.view.header(), &GridHeader::layoutChosen);
    f.path().setText(QStringLiteral(".metadata.labels.app"));
    QTest::mouseClick(&f.save(), Qt::LeftButton);
    QTRY_VERIFY(!f.dialog);
    QCOMPARE(chosen.size(), 1);
    const int column = int(f.model.source().columnNamed("App").value());
    QVERIFY(f.view.header().shownColumns().contains(column));
    const tables::TableLayout layout = f.view.header().layout();
    QVERIFY(layout.userColumns == (std::vector<tables::UserColumn>{{"App", ".metadata.labels.app"}}));
    base::EventLoopExecutor executor;
    tables::UserColumnReader reader(f.model, executor, {});
    QTRY_COMPARE(f.model.text(3, column), std::string("app-3"));
    // A column of the kind that has the name now keeps it.
    f.rows.store.setColumns({{"Name"}, {"App"}});
    f.apply();
    f.view.apply(layout);
    QVERIFY(f.model.userColumns().empty());
}

void UserColumnDialogTest::aColumnIsChanged()
{
    Form f("X");
    QCOMPARE(f.path().text(), QStringLiteral(".spec.x"));
    QCOMPARE(f.name().text(), QStringLiteral("X"));
    f.path().setText(QStringLiteral(".spec.y"));
    QCOMPARE(f.name().text(), QStringLiteral("X"));
    QTest::mouseClick(&f.save(), Qt::LeftButton);
    QVERIFY(f.model.userColumns() == (std::vector<tables::UserColumn>{{"X", ".spec.y"}}));
}

void UserColumnDialogTest::aHintIsShown()
{
    Form f({}, QStringLiteral("Only <b>metadata</b>"));
    QVERIFY(f.says(QStringLiteral("Only <b>metadata</b>")));
}

void UserColumnDialogTest::pathsOfTheObjectAreSuggested()
{
    Form f;
    QVERIFY(f.path().completer());
    QCOMPARE(f.path().completer()->model()->rowCount(), 2);
    const auto object = text::parseJson(R"({"metadata":{"labels":{"a.b/c":"x"}},"spec":{"list":[{"port":1},{"port":2,"name":"n"}],"empty":{}}})");
    const std::vector<std::string> expected{".metadata.labels.a\\.b/c", ".spec.list[*].port", ".spec.list[*].name"};
    QVERIFY(tables::pathsOf(*object) == expected);
    QCOMPARE(tables::pathsOf(*object, 1).size(), std::size_t(1));
}

void UserColumnDialogTest::theChooserChangesAndRemoves()
{
    Form f("X");
    ColumnChooser chooser(f.view, QStringLiteral("Pods"), nullptr);
    chooser.setAttribute(Qt::WA_DeleteOnClose, false);
    chooser.show();
    std::vector<std::string> requested;
    QObject::connect(&f.view.header(), &GridHeader::userColumnRequested, [&](const std::string &name) { requested.push_back(name); });
    auto *list = chooser.findChild<QListWidget *>();
    const auto press = [&](const char *text) {
        for (auto *button : chooser.findChildren<QPushButton *>())
            if (button->text() == QString::fromUtf8(text))
                QTest::mouseClick(button, Qt::LeftButton);
    };
    list->setCurrentRow(0);
    press("Change…");
    press("Remove");
    QVERIFY(requested.empty());
    QCOMPARE(f.model.userColumns().size(), std::size_t(1));
    list->setCurrentRow(list->count() - 1);
    press("Add a column…");
    press("Change…");
    QCOMPARE(requested, (std::vector<std::string>{"", "X"}));
    press("Remove");
    QVERIFY(f.model.userColumns().empty());
    QCOMPARE(list->count(), f.model.columnCount());
}

QTEST_MAIN(UserColumnDialogTest)
#include "UserColumnDialogTest.moc"
