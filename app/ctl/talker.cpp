// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/talker.h"

#include "audio/wavfile.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace islet::ctl {

namespace {

constexpr std::chrono::microseconds frameTime = 20ms;
constexpr std::array<float, frameSamples> silence{};

} // namespace

Talker::Talker(VoiceLink &link, Clock clock)
    : m_link(link)
    , m_clock(std::move(clock))
    , m_sender(firstVoiceIndex(std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch())))
{
    // Sends the file unprocessed: it contains neither echo nor microphone noise.
    m_sender.set(Processing{false, false, false});
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Talker::sendDue);
}

Expected<void> Talker::load(const QString &path)
{
    auto file = readVoice(path);
    if (!file)
        return failure(ErrorCode::InvalidInput, file.error());
    m_file = *std::move(file);
    m_position = 0;
    m_nextFrameAt = m_clock(); // reading took some time
    return {};
}

Expected<void> Talker::press()
{
    if (m_file.empty())
        return failure(ErrorCode::InvalidInput, u"No WAV file loaded. Load one with talk FILE first."_s);
    m_isReleased = false;
    if (isSpeaking())
        return {};
    if (isAtEnd())
        m_position = 0;
    m_sender.setTalking(true);
    m_nextFrameAt = m_clock();
    sendDue();
    return {};
}

void Talker::abandon()
{
    if (isSpeaking())
        stop();
}

void Talker::sendDue()
{
    const auto now = m_clock();
    if (now - m_nextFrameAt > maxLateness)
        skipTo(now);
    while (m_nextFrameAt <= now && !isAtEnd()) {
        const bool isLast = m_isReleased || m_position + frameSamples >= m_file.size();
        if (isLast)
            m_sender.setTalking(false);
        sendNextFrame();
        if (isLast) {
            stop();
            return;
        }
    }
    if (isAtEnd()) // everything left was skipped
        stop();
    else
        m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(m_nextFrameAt - now));
}

//! Skips ahead, as a microphone keeps recording while no one reads it.
void Talker::skipTo(std::chrono::microseconds now)
{
    const auto frames = (now - m_nextFrameAt) / frameTime;
    m_nextFrameAt += frames * frameTime;
    m_position = std::min(m_position + static_cast<std::size_t>(frames) * frameSamples, m_file.size());
}

void Talker::sendNextFrame()
{
    std::array<float, frameSamples> frame{};
    const auto rest = std::span(m_file).subspan(m_position);
    std::ranges::copy(rest.first(std::min<std::size_t>(rest.size(), frameSamples)), frame.begin());
    m_position = std::min(m_position + frameSamples, m_file.size());
    m_nextFrameAt += frameTime;
    if (const auto packet = m_sender.process(frame, silence))
        send(*packet);
}

void Talker::send(const VoiceSender::Packet &packet)
{
    const QByteArray bytes(reinterpret_cast<const char *>(packet.bytes.data()),
                           static_cast<qsizetype>(packet.bytes.size()));
    const auto now = m_clock();
    if (m_link.send(packet.index, bytes)) {
        ++m_sent;
        m_lastSent = now;
        setTalking(true);
    } else {
        ++m_unsent;
        if (now - m_lastSent > maxLateness)
            setTalking(false);
    }
}

void Talker::stop()
{
    m_timer.stop();
    m_sender.setTalking(false);
    // Closes the sender with a frame that is not sent, so that the next talk does not begin with audio of this one.
    std::array<float, frameSamples> emptyFrame{};
    m_sender.process(emptyFrame, silence);
    m_sender.process(emptyFrame, silence);
    setTalking(false);
    emit stopped();
}

void Talker::setTalking(bool talking)
{
    if (std::exchange(m_isTalking, talking) != talking)
        emit talkingChanged(talking);
}

} // namespace islet::ctl
