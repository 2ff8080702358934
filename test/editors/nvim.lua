-- nvim --headless --clean -u SETUP -c 'luafile nvim.lua' FILE, with the setup that docs/editors.md gives.
local function wait(what, is)
  if not vim.wait(30000, is, 50) then error('waited in vain for ' .. what) end
end

local function try()
  local buffer = vim.api.nvim_get_current_buf()
  assert(vim.bo.filetype == 'process-recording', vim.bo.filetype)
  local before = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
  local finding
  wait('the finding', function()
    for _, one in ipairs(vim.diagnostic.get(buffer)) do
      if one.code == 'worker-advice' then finding = one end
    end
    return finding
  end)
  print('ok    shows what is found: ' .. finding.code)

  local client
  for _, one in pairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do client = one end
  local place = vim.lsp.util.make_text_document_params(buffer)
  local range = {
    start = { line = finding.lnum, character = finding.col },
    ['end'] = { line = finding.end_lnum, character = finding.end_col },
  }
  local function ask(method, params)
    local answer = client.request_sync(method, params, 30000, buffer)
    assert(answer and not answer.err, vim.inspect(answer))
    return answer.result
  end

  local hover = ask('textDocument/hover', { textDocument = place, position = { line = 0, character = 3 } })
  assert(hover.contents.value:find('Ana', 1, true), vim.inspect(hover))
  print('ok    tells of a person')

  local symbols = ask('textDocument/documentSymbol', { textDocument = place })
  assert(#symbols > 0)
  print('ok    gives an outline')

  local offers = ask('textDocument/codeAction', {
    textDocument = place,
    range = range,
    context = { diagnostics = { finding.user_data.lsp.range and finding.user_data.lsp or vim.tbl_extend('force', {
      range = range, message = finding.message, source = finding.source, severity = finding.severity, code = finding.code,
    }, finding.user_data.lsp) } },
  })
  local alternative
  for _, one in ipairs(offers) do
    if one.title:find('^Alternative') and not alternative then alternative = one end
  end
  assert(alternative, vim.inspect(offers))
  if not alternative.edit then alternative = ask('codeAction/resolve', alternative) end
  vim.lsp.util.apply_workspace_edit(alternative.edit, client.offset_encoding)
  local after = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
  local start, stop = after:find('\n> %*%*Alternative %(.-%):%*%* [^\n]+\n*', 1)
  assert(start, after)
  assert((after:sub(1, start - 1) .. after:sub(stop + 1)):gsub('\n', '') == before:gsub('\n', ''), after)
  print('ok    writes a line into the margin and nothing else')

  vim.cmd('write')
  assert(not vim.bo.modified)
  print('ok    saves')
end

local ran, trouble = xpcall(try, debug.traceback)
if not ran then
  print('FAIL  ' .. trouble)
  vim.cmd('cquit 1')
end
vim.cmd('qall!')
