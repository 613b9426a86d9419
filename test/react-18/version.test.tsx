import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { useState, version } from 'react';
import { version as domVersion } from 'react-dom';
import { expect, it } from 'vitest';

function Probe() {
  useState(0);
  return <p>{useQueryClient() ? 'one React' : ''}</p>;
}

it('runs the React tests on one React, and that is 18.3.1', () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Probe />
    </QueryClientProvider>,
  );

  expect(screen.getByText('one React')).toBeInTheDocument();
  expect([version, domVersion]).toEqual(['18.3.1', '18.3.1']);
});
