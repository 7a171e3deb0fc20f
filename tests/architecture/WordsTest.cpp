#include "House.h"
#include "tests/support/Folders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace house;

// Calls that have frozen or opened up programs like this one do not stand in our code; and if they did, this would show it.
class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thisHouseUsesNoForbiddenWord();
    void aPlantedWordIsReported_data();
    void aPlantedWordIsReported();
};

void WordsTest::thisHouseUsesNoForbiddenWord()
{
    const auto found = forbiddenWords(folders::source(""));
    QVERIFY2(found.empty(), found.empty() ? "" : found[0].c_str());
}

void WordsTest::aPlantedWordIsReported_data()
{
    QTest::addColumn<std::string>("file");
    QTest::addColumn<std::string>("line");
    QTest::addColumn<bool>("reported");

    const auto row = [](const char *file, const char *line, bool reported) {
        QTest::addRow("%s %s", file, line) << std::string(file) << std::string(line) << reported;
    };
    row("widgets/table/A.cpp", "auto label = new QLabel(text);", true);
    row("widgets/base/A.cpp", "auto label = new QLabel(text);", false);
    row("widgets/table/A.cpp", "auto label = new PlainLabel(text);", false);
    row("widgets/table/A.cpp", "button->setToolTip(name);", true);
    row("app/A.cpp", "QMessageBox::warning(this, title, text);", true);
    row("widgets/table/A.cpp", "browser->setHtml(text);", true);
    row("widgets/table/A.cpp", "browser->setMarkdown(text);", true);
    row("widgets/table/A.cpp", "auto name = QInputDialog::getText(this, title, label);", true);
    row("widgets/table/A.cpp", "auto *view = new QTextEdit(this);", true);
    row("widgets/table/A.cpp", "QList<QTextEdit::ExtraSelection> marks;", false);
    row("widgets/table/A.cpp", "QToolTip::showText(position, name);", true);
    row("widgets/table/A.cpp", "QToolTip::showText(position, base::plainToolTip(name));", false);
    row("widgets/table/A.cpp", "item->setData(name, Qt::ToolTipRole);", true);
    row("widgets/table/A.cpp", "item->setData(base::plainToolTip(name), Qt::ToolTipRole);", false);
    row("widgets/table/A.cpp", "case Qt::ToolTipRole: return name;", true);
    row("widgets/table/A.cpp", "case Qt::ToolTipRole: return base::plainToolTip(name);", false);
    row("widgets/charts/A.cpp", "series->setName(name);", true);
    row("widgets/table/A.cpp", "tr(text).arg(name).arg(other);", true);
    row("widgets/table/A.cpp", "tr(text).arg(nameOf(a)).arg(other);", true);
    row("widgets/table/A.cpp", "tr(text).arg(name, other);", false);
    row("widgets/table/A.cpp", "isOne ? tr(text).arg(name) : tr(text).arg(other);", false);
    row("widgets/detail/A.cpp", "http::Request request;", true);
    row("widgets/detail/A.cpp", "kube::ApiRequest request;", false);
    row("models/kube/ApiClient.cpp", "http::Request request;", false);
    row("models/kube/A.cpp", "QCoreApplication::processEvents();", true);
    row("widgets/table/A.cpp", "dialog.exec();", true);
    row("widgets/table/A.cpp", "dialog->exec();", true);
    row("app/Application.cpp", "return QApplication::exec();", false);
    row("models/text/A.cpp", "auto all = YAML::LoadAll(text);", true);
    row("models/platform/A.cpp", "system(command);", true);
    row("models/base/Clock.cpp", "static const Clock &system();", false);
    row("models/kube/A.cpp", "std::this_thread::sleep_for(1s);", true);
    row("models/text/A.cpp", "thread_local std::string kept;", true);
    row("models/kube/A.cpp", "int x = 1; // never processEvents", false);
}

void WordsTest::aPlantedWordIsReported()
{
    QFETCH(std::string, file);
    QFETCH(std::string, line);
    QFETCH(bool, reported);
    const QTemporaryDir tree;
    const std::filesystem::path path = tree.path().toStdString() + "/" + file;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << line << "\n";

    QCOMPARE(forbiddenWords(tree.path().toStdString()).size(), std::size_t(reported ? 1 : 0));
}

QTEST_APPLESS_MAIN(WordsTest)
#include "WordsTest.moc"
