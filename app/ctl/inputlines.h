// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

class QSocketNotifier;
class QThread;

namespace islet::ctl {

//! Lines of standard input, as they come. A line over 64 KiB is cut there.
class InputLines : public QObject {
    Q_OBJECT

public:
    explicit InputLines(QObject *parent = nullptr);
    ~InputLines() override;

    //! Nothing is read before.
    void start();

signals:
    void lineRead(const QString &line);
    void ended();

private:
    void readSome();
    void emitLines();

    QByteArray m_buffer;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unique_ptr<QThread> m_thread; //!< Windows cannot wait for a pipe and an event loop at once
};

} // namespace islet::ctl
