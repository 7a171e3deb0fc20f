#include "app/Screenshot.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>

Screenshot::Screenshot(shell::MainWindow &window, QString file, std::function<bool()> isReady)
    : QObject(&window), m_window(window), m_file(std::move(file)), m_isReady(std::move(isReady))
{
    connect(&window, &shell::MainWindow::settled, this, &Screenshot::tryNow, Qt::QueuedConnection);
    QTimer::singleShot(0, this, &Screenshot::tryNow);
}

void Screenshot::tryNow()
{
    if (m_taking || !m_isReady() || !m_window.isSettled())
        return;
    m_taking = true;
    // One more turn: what settled just now is laid out and painted in it.
    QTimer::singleShot(50, this, &Screenshot::take);
}

void Screenshot::take()
{
    if (!m_window.isSettled()) {
        m_taking = false;
        return;
    }
    const bool written = m_window.grab().save(m_file, "PNG");
    if (!written)
        QTextStream(stderr) << "cannot write " << m_file << Qt::endl;
    QCoreApplication::exit(written ? 0 : 1);
}
